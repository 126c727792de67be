// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Json;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Scalar;
import org.whereto.world.CredentialFault;

/** The vectors of the Wycheproof project for signed and encrypted tokens, and for keys. */
class WycheproofTest {

  private static final Path VECTORS =
      Path.of(
          System.getProperty("whereto.shared", "../shared"),
          "corpus",
          "hostile",
          "wycheproof-jose",
          "testvectors_v1");

  private static final Budget ROOM = new Budget(16 << 20, 64, 1_000_000, 1 << 20, 1 << 16, 0);

  /**
   * A vector.
   *
   * @param name its file and number
   * @param keys the JWK Set that it is about
   * @param token as text; empty where it is none of the compact form
   * @param plain whether its keys are public ones
   */
  private record Vector(String name, String keys, String token, boolean plain, boolean valid) {}

  @BeforeEach
  void areThere() {
    boolean there = Files.isDirectory(VECTORS);
    if (!there) {
      System.out.println("real input: " + VECTORS + " is not here, so it was not tested.");
    }
    assumeTrue(there);
  }

  @Test
  void noInvalidOneIsTaken() throws IOException, BadInput {
    List<Vector> vectors = all();

    assertThat(vectors).hasSizeGreaterThan(600);
    assertThat(vectors.stream().filter(vector -> !vector.valid()).toList())
        .hasSizeGreaterThan(500)
        .allSatisfy(vector -> assertThat(taken(vector)).as(vector.name()).isEmpty());
  }

  /**
   * Whoever can check the others could have made them. Four are signed with another algorithm than
   * their key is for, as the examples of RFC 7520 are written down there.
   */
  @Test
  void allValidOnesWithPublicKeysAreTaken() throws IOException, BadInput {
    Set<String> refused = new TreeSet<>();
    int taken = 0;
    for (Vector vector : all()) {
      if (vector.valid() && vector.plain() && !vector.name().contains("encryption")) {
        if (taken(vector).isPresent()) {
          taken++;
        } else {
          refused.add(vector.name() + " " + fault(vector));
        }
      }
    }
    assertThat(refused).allMatch(name -> name.endsWith("KEY_UNKNOWN")).hasSize(4);
    assertThat(taken).isGreaterThan(30);
  }

  /** Those that differ only in how their bytes are spelt never come as far as a key. */
  @Test
  void spellingsAreRefusedAsSuch() throws IOException, BadInput {
    List<Vector> spelt =
        all().stream()
            .filter(vector -> !vector.valid() && vector.name().contains(" base64 "))
            .toList();

    assertThat(spelt).hasSize(14);
    assertThat(spelt.stream().filter(vector -> fault(vector) == CredentialFault.MALFORMED).count())
        .isGreaterThanOrEqualTo(11);
  }

  private static Optional<WebKey> taken(Vector vector) throws BadInput {
    try {
      return Optional.of(
          WebKeys.read(vector.keys().getBytes(UTF_8)).signer(SignedToken.read(vector.token())));
    } catch (Untrusted _) {
      return Optional.empty();
    }
  }

  private static CredentialFault fault(Vector vector) {
    try {
      throw new AssertionError(
          WebKeys.read(vector.keys().getBytes(UTF_8)).signer(SignedToken.read(vector.token())));
    } catch (Untrusted fault) {
      return fault.fault();
    } catch (BadInput wrong) {
      throw new AssertionError(wrong);
    }
  }

  private static List<Vector> all() throws IOException, BadInput {
    List<Vector> vectors = new ArrayList<>();
    try (var files = Files.list(VECTORS)) {
      for (Path file : files.sorted().toList()) {
        Tree document = Formats.JSON.read(Files.readAllBytes(file), ROOM, Keep.ALL);
        for (Tree group : items(document.get("testGroups"))) {
          addAll(vectors, file.getFileName().toString(), group);
        }
      }
    }
    return vectors;
  }

  private static void addAll(List<Vector> vectors, String file, Tree group) throws BadInput {
    Optional<Tree> open = group.get("public");
    Tree key = open.or(() -> group.get("private")).orElseThrow();
    Tree keys =
        key.get("keys").isPresent()
            ? key
            : Tree.build().put("keys", Tree.list(List.of(key))).done();
    for (Tree test : items(group.get("tests"))) {
      Optional<Tree> token = test.get("jws").or(() -> test.get("jwe"));
      boolean valid = test.get("result").equals(Optional.of(Tree.text("valid")));
      String name = file + " " + text(group.get("comment")) + " " + text(test.get("tcId"));
      vectors.add(new Vector(name, new Json().line(keys), text(token), open.isPresent(), valid));
    }
  }

  private static List<Tree> items(Optional<Tree> list) throws BadInput {
    return list.orElseThrow().items(org.whereto.tree.Path.ROOT);
  }

  private static String text(Optional<Tree> tree) {
    return tree.isPresent() && tree.get() instanceof Scalar scalar ? scalar.text() : "";
  }
}
