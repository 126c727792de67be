// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whereto.tree.BadInput;

/** What an owner is told of an entry that cannot be read; what entries mean is ImageCheckTest's. */
class ImagePatternTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          exam?le                | cannot hold the character "?"
          a/b c                  | cannot hold the character " "
          https://a.b/c          | begins with no scheme
          a@                     | a whole digest
          @sha256:abc            | a whole digest
          a@sha256:abc*          | a whole digest
          a:                     | "" is no tag
          a:b[c                  | "b[c" is no tag
          a:.b                   | ".b" is no tag
          a/b:-c                 | "-c" is no tag
          a:/b                   | from 1 to 65535
          a:b**                  | In a tag one * is enough
          :1                     | has no name
          @*                     | has no name
          a/b**                  | ** stands alone
          *                      | "docker.io/library/*" for the official ones
          */b                    | "**/b" for any registry, "docker.io/*/b" for Docker Hub
          docker.io/*            | "docker.io/**" for all of Docker Hub
          index.docker.io/*      | which images "index.docker.io/*" means
          docker.io:443/*        | which images "docker.io:443/*" means
          a.example              | "a.example/**" for all of a registry
          Ubun*                  | looks like a registry
          ubun[*                 | "ubun[*" is no part of a repository
          a/B*                   | write "a/b*"
          a//b*                  | nothing between two slashes
          **/b/                  | nothing between two slashes, or behind the last
          a.example/b[1]/*       | "b[1]" is no part of a repository
          a_*.example/b          | "a_*.example" is no registry
          :*/b                   | "" is no registry
          :5000*/b               | "" is no registry
          *.a.example:5*/b       | a number, or * for any
          *.a.example:0/b        | from 1 to 65535
          """)
  void aFaultSaysWhatIsWrong(String pattern, String told) {
    BadInput fault = catchThrowableOfType(BadInput.class, () -> ImagePattern.parse(pattern));

    assertThat(fault).as(pattern).isNotNull();
    assertThat(fault.sentence()).contains(told).endsWith(".");
  }

  @Test
  void anEntryIsAsLongAsAnyImageMayBeAndNoLonger() throws BadInput {
    String longest = "a/*" + "b".repeat(1021);
    assertThat(ImagePattern.parse(longest).names()).hasSize(1);
    assertThat(catchThrowableOfType(BadInput.class, () -> ImagePattern.parse(longest + "b")))
        .hasMessageContaining("longer than any name");
  }

  @Test
  void aRegistryWithOrWithoutAPortIsTheSameOnTheOrdinaryPort() throws BadInput {
    assertThat(ImagePattern.parse("*.a.example:443/b").names()).containsExactly("*.a.example/b");
    assertThat(ImagePattern.parse("*.a.example:5000/b").names())
        .containsExactly("*.a.example:5000/b");
    assertThat(ImagePattern.parse("*.a.example:*/b").names())
        .containsExactly("*.a.example/b", "*.a.example:*/b");
  }
}
