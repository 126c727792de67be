// SPDX-License-Identifier: Apache-2.0
package org.whereto.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.whereto.support.HostileInput.Shape;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;

/** The public collections of hostile data beside the project, read in place. */
public final class HostileCorpus {

  private static final Budget ROOM = new Budget(16 << 20, 64, 1_000_000, 1 << 20, 1 << 16, 100);

  /** Half of a character: alone it cannot be read, and the bombs have some. */
  private static final Pattern SURROGATE = Pattern.compile("\\\\u[dD][89a-fA-F]..");

  private final Path folder =
      Path.of(System.getProperty("whereto.shared", "../shared"), "corpus", "hostile");

  public boolean isThere() {
    return Files.isDirectory(folder);
  }

  @Override
  public String toString() {
    return folder.toString();
  }

  /** All of it; of equal bytes only the first. */
  public List<HostileInput> inputs() throws IOException {
    List<HostileInput> inputs = new ArrayList<>();
    files(inputs, "json-test-suite", ".json", Shape.DOCUMENT);
    files(inputs, "yaml-test-suite", ".yaml", Shape.DOCUMENT);
    files(inputs, "yaml-test-suite", ".json", Shape.DOCUMENT);
    files(inputs, "compose-go", ".yaml", Shape.DOCUMENT);
    files(inputs, "compose-go", "env", Shape.DOCUMENT);
    files(inputs, "compose-go", ".json", Shape.DOCUMENT);
    files(inputs, "compose-schema", ".json", Shape.DOCUMENT);
    files(inputs, "wycheproof-jose", ".json", Shape.DOCUMENT);
    files(inputs, "url-wpt", ".json", Shape.DOCUMENT);
    files(inputs, "naughty-strings", ".json", Shape.DOCUMENT);
    files(inputs, "multipart-http", ".http", Shape.PARTS);
    files(inputs, "multipart-http", ".yaml", Shape.DOCUMENT);
    texts(inputs, "naughty-strings/blns.json");
    for (String collection : List.of("url-wpt", "wycheproof-jose/testvectors_v1")) {
      for (Path file : below(collection, ".json")) {
        texts(inputs, folder.relativize(file).toString());
      }
    }
    Map<String, HostileInput> distinct = new LinkedHashMap<>();
    inputs.forEach(input -> distinct.putIfAbsent(input.shape() + input.octets(), input));
    return List.copyOf(distinct.values());
  }

  private void files(List<HostileInput> to, String where, String ending, Shape shape)
      throws IOException {
    for (Path file : below(where, ending)) {
      String name = folder.relativize(file).toString();
      to.add(HostileInput.of(name, shape, Files.readAllBytes(file)));
    }
  }

  private List<Path> below(String where, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve(where))) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  /** The texts that a collection holds as values. */
  private void texts(List<HostileInput> to, String name) throws IOException {
    try {
      String collection = SURROGATE.matcher(Files.readString(folder.resolve(name))).replaceAll("x");
      byte[] bytes = collection.getBytes(StandardCharsets.UTF_8);
      texts(to, name, Formats.JSON.read(bytes, ROOM, Keep.ALL));
    } catch (BadInput fault) {
      throw new IOException(name + ": " + fault.sentence(), fault);
    }
  }

  private static void texts(List<HostileInput> to, String name, Tree tree) {
    switch (tree) {
      case Tree.Scalar scalar ->
          to.add(HostileInput.of(name + "#" + to.size(), Shape.TEXT, scalar.text()));
      case Tree.Sequence list -> list.items().forEach(item -> texts(to, name, item));
      case Tree.Mapping map ->
          map.members().values().forEach(member -> texts(to, name, member.value()));
    }
  }
}
