// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whereto.support.MadeImage;
import org.whereto.support.Shelf;
import org.whereto.tree.Formats;
import org.whereto.tree.Tree;

/** What the owner's page shows about images does what it says there. */
class ImageExamplesTest {

  private static final String DEBIAN =
      "debian@sha256:6c3c624b58dbbcd3c0dd82b4c53f04194d1247c6eebdaab7c610cf7d66709b3b";

  private final Shelf shelf = new Shelf();

  private static List<String> examples() throws IOException {
    String page = Files.readString(Path.of("docs/owner.md"));
    return Pattern.compile("(?ms)^```yaml\\n(image:.*?)^```$")
        .matcher(page)
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  /** The one example that shows this key, its settings as one text. */
  private static String example(String key) throws IOException {
    List<String> found =
        examples().stream().filter(one -> one.contains("\n  " + key + ":")).toList();
    assertThat(found).as(key).hasSize(1);
    return new String(
        Formats.YAML.write(ImageChecks.tree(found.getFirst()).get("image").orElse(Tree.text(""))),
        UTF_8);
  }

  private String said(String key, String image) throws IOException {
    return ImageChecks.said(ImageChecks.look(example(key), shelf.world(), ImageChecks.use(image)));
  }

  @Test
  void everyKeyHasAnExample() throws IOException {
    for (String key :
        List.of("allow", "deny", "exists", "base", "platform", "size", "labels", "user", "age")) {
      assertThat(examples()).as(key).anyMatch(one -> one.contains("\n  " + key + ":"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "base, derived,                     (image.checked)",
    "base, on-debian,                   (image.checked)",
    "base, foreign,                     image.base-not-allowed",
    "size, registry.example.org/small,  (image.checked)",
    "size, registry.example.org/large,  image.too-large",
    "size, registry.example.org/s390x,  image.platform-not-offered",
    "size, small,                       image.not-allowed",
    "labels, labelled,                  image.label-not-allowed",
    "labels, foreign,                   image.label-missing",
    "user, foreign,                     (image.checked)",
    "user, root,                        image.runs-as-root",
    "user, named,                       image.runs-as-root?",
    "age, foreign,                      (image.checked)",
    "age, old,                          image.too-old",
    "age, undated,                      image.too-old?",
    "age, none,                         image.not-found",
  })
  void anExampleDoesWhatItsTextSays(String key, String image, String first) throws IOException {
    fill();
    assertThat(said(key, image).replace(" @taskinfo.image", "").split("; ", -1)[0])
        .isEqualTo(first);
  }

  private void fill() {
    MadeImage plain = MadeImage.on("linux/amd64");
    Instant old = Instant.now().minus(Duration.ofDays(91));
    shelf
        .put("registry.example.org/astronomy/notebook:2026", plain.of("notebook").variant())
        .put(DEBIAN, plain.of("debian").variant())
        .put("derived", plain.of("notebook", "mine").variant())
        .put("on-debian", plain.of("debian", "mine").variant())
        .put("foreign", plain.variant())
        .put("small", plain.variant())
        .put("registry.example.org/small", plain.variant())
        .put("registry.example.org/large", plain.bytes(2_000_000_001L).variant())
        .put("registry.example.org/s390x", MadeImage.on("linux/s390x").variant())
        .put("labelled", plain.label("org.opencontainers.image.licenses", "GPL-3.0").variant())
        .put("root", plain.user("").variant())
        .put("named", plain.user("jovyan").variant())
        .put("old", plain.created(Optional.of(old)).variant())
        .put("undated", plain.created(Optional.empty()).variant());
  }
}
