// SPDX-License-Identifier: Apache-2.0
package org.whereto.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.whereto.support.HostileInput.Shape;
import org.whereto.tree.Formats;
import org.whereto.tree.Tree;

/** Texts as long as a request may be, of which a careless reader makes millions of pieces. */
public final class HostileLarge {

  private static final String CONTAINER = "uri://docker-container";
  private static final String COMPOSE = "uri://docker-compose";
  private static final String JUPYTER = "uri://jupyter-notebook";
  private static final String ZEPPELIN = "uri://zeppelin-notebook";
  private static final String BINDER = "uri://binder-notebook";

  private final int length;
  private final List<HostileRequest> requests = new ArrayList<>();

  private HostileLarge(int length) {
    this.length = length;
  }

  /**
   * One request for each place where a text is taken apart.
   *
   * @param length of the text as it is sent, in bytes
   */
  public static List<HostileRequest> all(int length) {
    HostileLarge large = new HostileLarge(length);
    large.fields();
    large.files();
    large.notebooks();
    large.composefiles();
    return List.copyOf(large.requests);
  }

  /** As much of it as fits when JSON has written it with its escapes. */
  private String fill(String piece) {
    int written = Formats.JSON.line(Tree.text(piece)).length() - 2;
    return piece.repeat(length / written);
  }

  private void add(String name, String type, Tree taskinfo) {
    Tree task = Tree.build().put("tasktype", type).put("taskinfo", taskinfo).done();
    String json = new String(Formats.JSON.write(task), ISO_8859_1);
    HostileInput input = new HostileInput(name, Shape.TEXT, "");
    requests.add(
        new HostileRequest(input, "large", new SentTask("application/json", json), List.of()));
  }

  private void field(String type, String field, String text) {
    add(field + " of " + text.substring(0, 4), type, Tree.build().put(field, text).done());
  }

  private void fields() {
    field(CONTAINER, "image", fill("a/") + "a");
    field(JUPYTER, "languages", "{" + fill("a,") + "a}");
    field(JUPYTER, "languages", "{" + fill("\"\",") + "a}");
    field(ZEPPELIN, "languages", fill("a."));
    field(BINDER, "path", fill("a/"));
    field(BINDER, "repository", "https://a/" + fill("a/"));
    String short256k = "{" + "a,".repeat(131_000) + "a}";
    Tree lists = Tree.texts(Collections.nCopies(length / 262_144 + 1, short256k));
    add("lists of lists", JUPYTER, Tree.build().put("languages", lists).done());
  }

  private void files() {
    file("runtime.txt", fill("a-"));
    file("Dockerfile", "FROM " + fill("a "));
    file("Dockerfile", fill("\n"));
    file("Dockerfile", fill("FROM a AS b\n"));
    file("Project.toml", "[compat]\njulia = '" + fill(",") + "'");
    file("Project.toml", fill("[[a]]\n"));
    file("environment.yml", "dependencies: [python=" + fill("1") + "]");
    file("environment.yml", fill("#\n"));
    file("Pipfile.lock", fill("["));
  }

  private void file(String name, String text) {
    Tree files = Tree.build().put(name, text).done();
    add(
        name + " of " + text.substring(0, 6).strip(),
        BINDER,
        Tree.build().put("files", files).done());
  }

  private void notebooks() {
    for (String piece : List.of("%x y\n", "!x\n", "'", "%%time ", "x = \\\n", "%%bash\n")) {
      Tree cell = Tree.build().put("cell_type", "code").put("source", fill(piece)).done();
      Tree notebook =
          Tree.build()
              .put("nbformat", Tree.literal("4"))
              .put("cells", Tree.list(List.of(cell)))
              .done();
      add("a cell of " + piece.strip(), JUPYTER, Tree.build().put("notebook", notebook).done());
    }
    for (String text : List.of("%" + fill("a."), "%a(" + fill("a=b,"), fill("\n") + "%x")) {
      Tree paragraph = Tree.build().put("text", text).done();
      Tree note = Tree.build().put("paragraphs", Tree.list(List.of(paragraph))).done();
      add("a paragraph", ZEPPELIN, Tree.build().put("notebook", note).done());
    }
  }

  private void composefiles() {
    service("image", fill("${a:-"));
    service("network_mode", fill(":"));
    service("build", fill("../"));
    for (String field : List.of("volumes", "devices", "security_opt")) {
      Tree all = Tree.texts(List.of("/" + fill("../") + ":/b"));
      service(field, all);
    }
    Tree many = Tree.texts(Collections.nCopies(length / 250_000 + 1, "/" + "../".repeat(80_000)));
    service("devices", many);
  }

  private void service(String key, String value) {
    service(key, Tree.text(value));
  }

  private void service(String key, Tree value) {
    Tree service = Tree.build().put("image", "a").put(key, value).done();
    Tree services = Tree.build().put("a", service).done();
    Tree composefile = Tree.build().put("services", services).done();
    add("a service's " + key, COMPOSE, Tree.build().put("composefile", composefile).done());
  }
}
