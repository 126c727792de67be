// SPDX-License-Identifier: Apache-2.0
package org.whereto.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;

/** Where the parts of a body begin and end, and how many and how large they may be. */
final class PartsTest {

  private static final String TYPE = part("name=tasktype", "uri://a");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "multipart/form-data; boundary=b | true",
        "multipart/form-data;boundary=\"b\" | true",
        "multipart/form-data; charset=utf-8; Boundary=b | true",
        "multipart/form-data | false",
        "multipart/form-data; boundary= | false",
        "multipart/form-data; boundary=\"b | false",
        "multipart/form-data; boundary=\"b \" | false",
        "multipart/form-data; boundary=b; boundary=b | false",
        "multipart/form-data; boundary=b<c | false",
        "multipart/form-data; boundary=b@c | false",
        "multipart/form-data; boundary=b[c | false",
        "multipart/form-data; boundary=b{c | false",
        "multipart/form-data; boundary=b`c | false",
        "multipart/form-data; boundary=é | false",
      })
  void theBoundaryFollowsItsGrammar(String contentType, boolean sound) throws BadInput {
    byte[] body = (TYPE + "--b--").getBytes(UTF_8);
    if (sound) {
      assertThat(Multipart.of(body, contentType).tasktype()).isEqualTo("uri://a");
    } else {
      assertThat(catchThrowableOfType(BadInput.class, () -> Multipart.of(body, contentType)).code())
          .isEqualTo("multipart.boundary");
    }
  }

  @Test
  void aBoundaryMayHaveAllThatItsGrammarHas() throws BadInput {
    String boundary = "'()+_,-./:=? azAZ09'";
    String body = (TYPE + "--b--").replace("--b", "--" + boundary);
    String type = "multipart/form-data; boundary=\"" + boundary + "\"";
    assertThat(Multipart.of(body.getBytes(UTF_8), type).tasktype()).isEqualTo("uri://a");
  }

  @Test
  void aBoundaryHasAtMostSeventyCharacters() throws BadInput {
    for (int length : new int[] {70, 71}) {
      String boundary = "x".repeat(length);
      byte[] body = (TYPE.replace("--b", "--" + boundary) + "--" + boundary + "--").getBytes(UTF_8);
      String type = "multipart/form-data; boundary=" + boundary;
      if (length == 70) {
        assertThat(Multipart.of(body, type).tasktype()).isEqualTo("uri://a");
      } else {
        assertThat(catchThrowableOfType(BadInput.class, () -> Multipart.of(body, type)))
            .isNotNull();
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // ~ is CR LF, ^ a bare LF
        "~--b--~ | x",
        "~--b-- | x",
        "~--b--~epilogue~more^ | x",
        "~--b \t--~ | multipart.boundary-line",
        "~--b-- \t~ | x",
        "~--c~^-b^^~--~--b-- | `x~--c~^-b^^~--`",
        "~~--b-- | x~",
        "--b--~--b-- | x--b--",
        "--b~y~--b-- | `x--b~y`",
        "~ | multipart.no-end",
        "~--b~ | multipart.no-end",
        "~--b-~--b-- | multipart.boundary-line",
        "~--bc~--b-- | multipart.boundary-line",
        "~--b | multipart.boundary-line",
        "~--b--x~ | multipart.boundary-line",
        "~--b--^ | multipart.boundary-line",
        "^--b--~ | multipart.boundary-line",
        "^--b~--b--~ | multipart.boundary-line",
        "~--b--~--b~ | multipart.boundary-line",
        "~--b--~--b--~ | multipart.boundary-line",
        "~--b~--b-- | multipart.headers",
      })
  void boundaryLinesAreReadStrictly(String tail, String outcome) throws BadInput {
    String part = part("name=a", "x");
    String body = TYPE + part.substring(0, part.length() - 2) + lines(tail);
    for (String all : List.of(body, "preamble\r\n" + body, "\r\n" + body)) {
      assertThat(read(all).tasktype()).isEqualTo("uri://a");
      if (outcome.startsWith("multipart.")) {
        assertThat(catchThrowableOfType(BadInput.class, () -> read(all).task(Keep.ALL)).code())
            .isEqualTo(outcome);
      } else {
        assertThat(read(all).task(Keep.ALL).members())
            .isEqualTo(Tree.build().put("a", lines(outcome)).done());
      }
    }
  }

  private static String lines(String text) {
    return text.replace("~", "\r\n").replace("^", "\n");
  }

  @Test
  void aTypeInAPartThatDoesNotEndIsNotRead() throws BadInput {
    String whole = TYPE.substring(0, TYPE.length() - 2);
    assertThat(catchThrowableOfType(BadInput.class, read(whole)::tasktype).code())
        .isEqualTo("multipart.no-end");
    String bareLines = (TYPE + "--b--").replace("\r\n", "\n");
    assertThat(catchThrowableOfType(BadInput.class, read(bareLines)::tasktype).sentence())
        .contains("CR LF");
    assertThat(catchThrowableOfType(BadInput.class, read("")::tasktype).code())
        .isEqualTo("multipart.no-boundary");
    assertThat(catchThrowableOfType(BadInput.class, read("--b--")::tasktype).code())
        .isEqualTo("tasktype.missing");
  }

  @Test
  void thereMayBeSixtyFourPartsOfTwoKilobytesOfHeaders() throws BadInput {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < 63; i++) {
      parts.add(part("name=a" + i, "x"));
    }
    String full = TYPE + String.join("", parts);
    assertThat(question(full).task(Keep.ALL).members().members()).hasSize(63);
    assertThat(question(full + parts.getFirst()).tasktype()).isEqualTo("uri://a");
    assertThat(fault(full + part("name=z", "x")).code()).isEqualTo("multipart.part-budget");

    String head = "Content-Disposition: form-data; name=a\r\nX: ";
    String most = head + "x".repeat(2048 - head.length());
    assertThat(question(TYPE + "--b\r\n" + most + "\r\n\r\ny\r\n").task(Keep.ALL).members())
        .isEqualTo(yaml("{a: y}"));
    assertThat(fault(TYPE + "--b\r\n" + most + "x\r\n\r\ny\r\n").code())
        .isEqualTo("multipart.headers");
  }

  private static String part(String disposition, String content) {
    return part(disposition, null, content);
  }

  private static String part(String disposition, @Nullable String mediaType, String content) {
    return "--b\r\nContent-Disposition: form-data; "
        + disposition
        + (mediaType == null ? "" : "\r\nContent-Type: " + mediaType)
        + "\r\n\r\n"
        + content
        + "\r\n";
  }

  private static Multipart question(String parts) throws BadInput {
    return read(parts + "--b--\r\n");
  }

  private static Multipart read(String body) throws BadInput {
    return Multipart.of(body.getBytes(UTF_8), "multipart/form-data; boundary=b");
  }

  private static BadInput fault(String parts) {
    return catchThrowableOfType(BadInput.class, () -> question(parts).task(Keep.ALL));
  }

  private static Tree yaml(String text) throws BadInput {
    return Formats.YAML.read(text.getBytes(UTF_8), Budget.SMALL, Keep.ALL);
  }
}
