// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.tree.BadInput;

class ImageReferenceTest {

  private static final String HEX = "0123456789abcdef".repeat(4);
  private static final String SHA256 = "sha256:" + HEX;
  private static final String SHA512 = "sha512:" + HEX + HEX;

  @ParameterizedTest
  @CsvSource({
    // what is implied
    "example, docker.io/library/example:latest",
    "example:1.0, docker.io/library/example:1.0",
    "library/example, docker.io/library/example:latest",
    "docker.io/example, docker.io/library/example:latest",
    "docker.io/library/example, docker.io/library/example:latest",
    "acme/example, docker.io/acme/example:latest",
    "acme/group/example:2, docker.io/acme/group/example:2",
    "localhost, docker.io/library/localhost:latest",
    "library, docker.io/library/library:latest",
    "r-base, docker.io/library/r-base:latest",
    "example.org, docker.io/library/example.org:latest",
    "registry:5000, docker.io/library/registry:5000",
    // Docker Hub by its other names
    "index.docker.io/example, docker.io/library/example:latest",
    "index.docker.io/acme/example:1, docker.io/acme/example:1",
    "registry-1.docker.io/acme/example:1, docker.io/acme/example:1",
    "registry.hub.docker.com/acme/example:1, docker.io/acme/example:1",
    "DOCKER.IO/acme/example:1, docker.io/acme/example:1",
    "Index.Docker.Io/example:1, docker.io/library/example:1",
    "docker.io:443/example:1, docker.io/library/example:1",
    "index.docker.io:443/acme/example:1, docker.io/acme/example:1",
    "docker.io:5000/example:1, docker.io:5000/example:1",
    "evil.docker.io/example:1, evil.docker.io/example:1",
    // registries
    "registry.example.org/example, registry.example.org/example:latest",
    "registry.example.org/library/example, registry.example.org/library/example:latest",
    "Registry.Example.ORG/Example.x, ''",
    "Registry.Example.ORG/example, registry.example.org/example:latest",
    "registry.example.org:443/example, registry.example.org/example:latest",
    "registry.example.org:0443/example, registry.example.org/example:latest",
    "registry.example.org:5000/example, registry.example.org:5000/example:latest",
    "registry.example.org:05000/example, registry.example.org:5000/example:latest",
    "registry.example.org:80/example, registry.example.org:80/example:latest",
    "registry:5000/example:2, registry:5000/example:2",
    "registry:443/example:2, registry:443/example:2",
    "localhost/example, localhost/example:latest",
    "LOCALHOST/example, localhost/example:latest",
    "localhost:5000/example:x, localhost:5000/example:x",
    "localhost:443/example:x, localhost/example:x",
    "Example/thing, example:443/thing:latest",
    "192.0.2.7/example, 192.0.2.7/example:latest",
    "192.0.2.7:5000/a/b/c:1, 192.0.2.7:5000/a/b/c:1",
    "xn--n3h.example/example:xn--n3h, xn--n3h.example/example:xn--n3h",
    "[2001:db8::7]/example, [2001:db8:0:0:0:0:0:7]/example:latest",
    "[2001:DB8:0::7]:5000/example, [2001:db8:0:0:0:0:0:7]:5000/example:latest",
    "[::1]:443/example, [0:0:0:0:0:0:0:1]/example:latest",
    "[::ffff:c000:207]:5000/example, 192.0.2.7:5000/example:latest",
    // components and tags
    "a/b__c/d--e/f.g/h_i:T-a.g_, docker.io/a/b__c/d--e/f.g/h_i:T-a.g_",
    "a---b, docker.io/library/a---b:latest",
    "example:_x, docker.io/library/example:_x",
    "example:Latest, docker.io/library/example:Latest",
  })
  void aNameHasOneNormalForm(String written, String normal) throws BadInput {
    if (normal.isEmpty()) {
      assertThatThrownBy(() -> ImageReference.parse(written)).isInstanceOf(BadInput.class);
    } else {
      assertThat(ImageReference.parse(written)).hasToString(normal);
      assertThat(ImageReference.parse(normal)).hasToString(normal);
    }
  }

  @Test
  void aDigestLeavesNoTagImplied() throws BadInput {
    assertThat(ImageReference.parse("example@" + SHA256))
        .isEqualTo(new ImageReference("docker.io", "library/example", "", SHA256));
    assertThat(ImageReference.parse("example:1@" + SHA512))
        .isEqualTo(new ImageReference("docker.io", "library/example", "1", SHA512));
    assertThat(ImageReference.parse("r.example:5000/a/b:1@" + SHA256))
        .hasToString("r.example:5000/a/b:1@" + SHA256);
    assertThat(ImageReference.parse("example@sha384:" + HEX + HEX.substring(32)).digest())
        .startsWith("sha384:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        " example",
        "example ",
        "exa mple",
        "example\n",
        "example\u0000",
        "ex\u00e4mple",
        "\u0435xample", // Cyrillic
        "registry.example.\u212Aom/x", // Kelvin sign
        "example\u2215x",
        "Example",
        "acme/Example",
        "registry.example.org/Acme/example",
        "docker://example",
        "https://registry.example.org/example",
        "oci://registry.example.org/example",
        "/example",
        "example/",
        "a//b",
        "//a",
        "a/./b",
        "a/../b",
        "-example",
        "example-",
        "_example",
        "example_",
        ".example",
        "example.",
        "a___b",
        "a..b",
        "a._b",
        "a.-b",
        "a/-b",
        "example:",
        "example:-x",
        "example:.x",
        "example:a:b",
        "example:a/b",
        "example:\u00e4",
        "example@",
        "example@sha256",
        "example@sha256:",
        "example@sha256:abc",
        "@sha256:abc",
        "user@registry.example.org/example",
        "registry.example.org@evil.example/x:1",
        "example@latest",
        "registry.example.org./example",
        "registry..example.org/example",
        ".registry.example.org/example",
        "-registry.example.org/example",
        "registry-.example.org/example",
        "my_registry:5000/example",
        "registry.example.org:/example",
        "registry.example.org:0/example",
        "registry.example.org:65536/example",
        "registry.example.org:99999999999/example",
        "registry.example.org:x/example",
        "registry.example.org:-1/example",
        "registry.example.org:5000:6000/example",
        "127.1/example",
        "127.0.0.01/example",
        "256.0.0.1/example",
        "0x7f.1/example",
        "example.0x7f/example",
        "2130706433:5000/example",
        "[::1/example",
        "[]/example",
        "[::1]x/example",
        "[:::1]/example",
        "[fe80::1%25eth0]/example",
        "[192.0.2.7]/example",
        "::1/example",
        "*",
        "example/*",
        "${IMAGE}",
        "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
      })
  void whatIsNoNameOfAnImageIsRefusedWithASentence(String written) {
    assertThatThrownBy(() -> ImageReference.parse(written))
        .isInstanceOfSatisfying(
            BadInput.class,
            fault -> {
              assertThat(fault.code()).isEqualTo("image.malformed");
              assertThat(fault.sentence()).endsWith(".");
            });
  }

  /** To an engine these are images that it has already, whoever made them. */
  @Test
  void identifiersOfImagesOnOneMachineAreNoNames() {
    for (String identifier : new String[] {SHA256, HEX}) {
      assertThatThrownBy(() -> ImageReference.parse(identifier))
          .isInstanceOf(BadInput.class)
          .hasMessageContaining("identifier of an image on one machine");
    }
  }

  @Test
  void digestsHaveTheLengthAndTheCaseOfTheirSort() {
    for (String digest :
        new String[] {
          SHA256 + "0",
          SHA256.substring(0, 70),
          "sha256:" + HEX.toUpperCase(Locale.ROOT),
          "SHA256:" + HEX,
          "sha512:" + HEX,
          "md5:" + HEX.substring(32),
          SHA256 + "@" + SHA256,
          SHA256 + ":1",
        }) {
      assertThatThrownBy(() -> ImageReference.parse("example@" + digest))
          .as(digest)
          .hasMessageContaining("digest");
    }
  }

  @Test
  void lengthsHaveTheirEdge() throws BadInput {
    assertThat(ImageReference.parse("a".repeat(247)).repository()).hasSize(255);
    assertThatThrownBy(() -> ImageReference.parse("a".repeat(248))).hasMessageContaining("255");
    assertThat(ImageReference.parse("r.x/" + "a".repeat(255)).repository()).hasSize(255);
    assertThatThrownBy(() -> ImageReference.parse("r.x/" + "a".repeat(256)))
        .hasMessageContaining("255");
    assertThat(ImageReference.parse("a:" + "t".repeat(128)).tag()).hasSize(128);
    assertThatThrownBy(() -> ImageReference.parse("a:" + "t".repeat(129)))
        .hasMessageContaining("128");
  }

  @Test
  void anUpperCaseRepositoryIsToldItsRightSpelling() {
    assertThatThrownBy(() -> ImageReference.parse("acme/Example"))
        .hasMessageContaining("must be lower case")
        .hasMessageContaining("\"acme/example\"");
  }

  @Property
  void whateverTheTextItIsReadOrRefusedAndTheNormalFormStays(
      @ForAll
          @StringLength(max = 40)
          @Chars({'/', ':', '@', '.', '-', '_', '[', ']', 'A', '0'})
          @CharRange(from = 'a', to = 'c')
          String written) {
    try {
      String normal = ImageReference.parse(written).toString();
      assertThat(ImageReference.parse(normal)).hasToString(normal);
    } catch (BadInput fault) {
      assertThat(fault.code()).isEqualTo("image.malformed");
      assertThatThrownBy(() -> ImageReference.parse(written)).isInstanceOf(BadInput.class);
    }
  }
}
