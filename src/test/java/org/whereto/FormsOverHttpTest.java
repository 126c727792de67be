// SPDX-License-Identifier: Apache-2.0
package org.whereto;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.whereto.PlatformPropertyTest.Entry;
import org.whereto.answer.Answer;
import org.whereto.platform.Platform;
import org.whereto.support.InAnyForm;
import org.whereto.support.RawConnection;
import org.whereto.support.RawReply;
import org.whereto.support.RunningServer;
import org.whereto.support.SentTask;
import org.whereto.support.WrittenTask;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Format;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Trees;
import org.whereto.tree.Xml;
import org.whereto.wire.Answers;
import org.whereto.wire.ProblemDetail;

/**
 * The same Task in every form of a request, asked for in every format, over a socket: one answer.
 * What a form cannot say is left out (see {@link WrittenTask}) and counted; so is a list in a query
 * where one text is wanted: there its braces are part of the text.
 */
class FormsOverHttpTest {

  private static final List<String> FORMS = List.of("query", "json", "yaml", "form", "multipart");

  private static final List<String> TEXTS =
      List.of("image", "notebook", "composefile", "repository", "ref", "path");

  /** How often each form could say the Task; how often it was a YES, a NO or a problem. */
  private static final Map<String, Integer> COUNTS = new TreeMap<>();

  private static final Format PROBLEM_IN_XML = new Xml("problem", ProblemDetail.NAMESPACE);

  private static RunningServer server;
  private static Platform before;

  @BeforeContainer
  static void open() throws Exception {
    before =
        RunningServer.platform(
            "whereto: 1\ninterfaces: {a: {servicetype: a}}\naccepts: [{tasktype: a}]\n");
    server = RunningServer.of(RunningServer.mounts(Map.of()), RunningServer.SETTINGS);
  }

  @AfterContainer
  static void close() {
    System.out.println("forms over HTTP: " + COUNTS);
    server.close();
  }

  /** What a reply says: an answer, or the code and the path of a problem. */
  private record Said(int status, Optional<Answer> answer, String code, String path) {}

  /** The platform before stays beside this one: neither answers for the other. */
  @Property
  void oneTaskGetsOneAnswer(
      @ForAll("platforms") Platform platform, @ForAll("tasks") @Size(3) List<Task> tasks)
      throws Exception {
    server.serve(RunningServer.mounts(Map.of("before", before, "now", platform)));
    before = platform;
    try (RawConnection connection = RawConnection.to(server.port())) {
      for (Task task : tasks) {
        assertOneAnswer(task, connection);
      }
    }
  }

  private static void assertOneAnswer(Task task, RawConnection connection) throws Exception {
    Map<String, SentTask> forms = oneOfEach(task);

    Map<String, Said> said = ask(forms, connection);

    Said first = said.values().iterator().next();
    assertThat(said.values()).as(said.toString()).containsOnly(first);
    forms.keySet().forEach(FormsOverHttpTest::count);
    count(first.answer().map(answer -> answer.isYes() ? "YES" : "NO").orElse("problem"));
    count("pairs");
  }

  private static void count(String what) {
    COUNTS.merge(what, 1, Integer::sum);
  }

  /** Five forms at most: of the kinds of multipart in turn. */
  private static Map<String, SentTask> oneOfEach(Task task) {
    Map<String, SentTask> forms = new LinkedHashMap<>();
    Map<String, SentTask> all = WrittenTask.sent(task);
    List<String> multiparts = all.keySet().stream().filter(n -> n.startsWith("multi")).toList();
    FORMS.forEach(form -> Optional.ofNullable(all.get(form)).ifPresent(s -> forms.put(form, s)));
    if (!multiparts.isEmpty()) {
      int turn = COUNTS.getOrDefault("pairs", 0) % multiparts.size();
      forms.put("multipart", all.get(multiparts.get(turn)));
    }
    if (task.taskinfo().stream().anyMatch(FormsOverHttpTest::hasListForText)) {
      forms.remove("query");
    }
    return forms;
  }

  private static boolean hasListForText(Tree taskinfo) {
    return TEXTS.stream()
        .anyMatch(field -> taskinfo.get(field).filter(Tree.Sequence.class::isInstance).isPresent());
  }

  /** All questions are sent before the first answer is read. */
  private static Map<String, Said> ask(Map<String, SentTask> forms, RawConnection connection)
      throws IOException, BadInput {
    ByteArrayOutputStream questions = new ByteArrayOutputStream();
    for (SentTask form : forms.values()) {
      for (Format format : Formats.ALL) {
        String accept = "Accept: " + format.mediaTypes().getFirst();
        questions.writeBytes(form.request("/now/accepts", List.of(accept)));
      }
    }
    connection.send(questions.toByteArray());
    Map<String, Said> said = new LinkedHashMap<>();
    for (String form : forms.keySet()) {
      for (Format format : Formats.ALL) {
        said.put(form + " in " + format.name(), said(connection.reply(false), format));
      }
    }
    return said;
  }

  /** XML cannot hold some characters, so all three are compared without them. */
  private static Said said(RawReply reply, Format format) throws BadInput {
    Format read = reply.status() == 200 || !format.equals(Formats.XML) ? format : PROBLEM_IN_XML;
    byte[] body = reply.octets().getBytes(ISO_8859_1);
    Tree document = Trees.withoutForbidden(read.read(body, Budget.LARGE, Keep.ALL));
    if (reply.status() == 200) {
      return new Said(200, Optional.of(InAnyForm.of(Answers.read(document))), "", "");
    }
    ProblemDetail problem = ProblemDetail.read(document).orElseThrow();
    return new Said(reply.status(), Optional.empty(), problem.code(), problem.path());
  }

  @Provide
  Arbitrary<Platform> platforms() {
    Arbitrary<Tree> infos =
        Arbitraries.maps(Trees.texts(), Trees.trees())
            .ofMaxSize(4)
            .map(info -> Trees.withoutForbidden(Tree.map(info)));
    return Combinators.combine(new PlatformPropertyTest().entries(), infos)
        .as(FormsOverHttpTest::platform);
  }

  private static Platform platform(List<Entry> entries, Tree info) {
    Mapping a = Tree.build().put("servicetype", "uri://a").put("serviceinfo", info).done();
    Mapping b = Tree.build().put("servicetype", "uri://b").done();
    Mapping file =
        Tree.build()
            .put("whereto", Tree.literal("1"))
            .put("interfaces", Tree.build().put("a", a).put("b", b).done())
            .put("accepts", Tree.list(entries.stream().map(Entry::tree).toList()))
            .done();
    return RunningServer.platform(new String(Formats.YAML.write(file), UTF_8));
  }

  /** What belongs to a type, and now and then members of any name with any value. */
  @Provide
  Arbitrary<List<Task>> tasks() {
    Arbitrary<String> names = Arbitraries.oneOf(Arbitraries.of("image", "a.b", "é"), Trees.texts());
    Arbitrary<Map<String, Tree>> others = Arbitraries.maps(names, Trees.trees()).ofMaxSize(2);
    Arbitrary<Task> odd =
        Combinators.combine(Arbitraries.of(Samples.TYPES), others)
            .as((type, info) -> Task.of(type, Tree.map(info)));
    Arbitrary<Task> usual = new PlatformPropertyTest().tasks();
    return Arbitraries.oneOf(usual, usual, usual, odd).list();
  }
}
