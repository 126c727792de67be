// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Problems;
import org.whereto.tree.Settings;

/** What checks tell of themselves. */
class DemandsTest {

  private static final String SHOWN = "languages that are only shown, like md, are always fine";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "image     | [a, 'b/*']              | images: a, b/*",
        "image     | {deny: [evil/*]}        | all images but: evil/*",
        "image     | {allow: ['**'], deny: [x]} | images: ** / none of the images: x",
        "image     | {allow: []}             | images: none",
        "image     | {exists: true}          | images that their registry has",
        "image     | {allow: [a], base: [b, c], platform: [x86_64, linux/arm/v7], size: 2G}"
            + " | images: a / images for: linux/amd64, linux/arm / images made from: b, c"
            + " / images of at most 2G, as their registry sends them",
        "image     | {labels: {a: [x, y], b: {present: true}}, user: not-root, age: 90d}"
            + " | images with the label a: one of x, y / images with the label b: any"
            + " / images that do not run as root / images that were made in the last 90d",
        "languages | [python, r]             | languages: python, r / " + SHOWN,
        "languages | {allow: [md], display: true}"
            + " | languages: md / languages that are only shown, like md, count too",
        "languages | {allow: []}             | languages: none / " + SHOWN,
        "compose   | {}                      | nothing beyond plain containers: no builds, host"
            + " mounts, devices or privileges",
        "compose   | {build: true, host-mounts: [/data/*], devices: [gpu], unknown-keys: [x, y]}"
            + " | nothing beyond plain containers but: build, host-mounts (/data/*), devices (gpu),"
            + " unknown-keys (x, y)",
        "binder    | {files: ['*'], hosts: [github.com]}"
            + " | environment files: any / hosts of the repository: github.com",
        "binder    | {files: [apt.txt], r: ['4.*'], python: ['>=3.9', '2.7']}"
            + " | environment files: apt.txt / Python: >=3.9, 2.7 / R: 4.*",
        "field     | {taskinfo.a: [x, y], 'taskinfo.b': {min: 1, max: 8}}"
            + " | taskinfo.a: one of x, y / taskinfo.b: a number, at least 1 and at most 8"
      })
  void aCheckSaysWhatItWants(String check, String settings, String told) throws BadInput {
    assertThat(demands(check, settings)).isEqualTo(List.of(told.split(" / ", -1)));
  }

  /** The keys of the settings are the words that are told: none is forgotten. */
  @Test
  void everythingThatComposeFilesMayBeAllowedIsTold() throws BadInput {
    String all =
        "{build: true, privileged: true, host-network: true, docker-socket: true, other-files:"
            + " true, external: true, providers: true, host-namespaces: [pid], host-mounts: [/],"
            + " capabilities: [ALL], devices: [d], security-options: [o], unknown-keys: [k]}";
    String told = demands("compose", all).getFirst();
    for (String key : all.replaceAll("[{}]|: (\\[[^]]*]|true)", "").split(",\\s*", -1)) {
      assertThat(told).containsPattern("[:,] " + key.strip() + "\\b");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"image", "languages", "field"})
  void longListsAreCut(String check) throws BadInput {
    String list =
        IntStream.range(0, 40).mapToObj(n -> "x" + n).collect(Collectors.joining(", ", "[", "]"));
    String settings = check.equals("field") ? "{taskinfo.a: " + list + "}" : list;
    assertThat(demands(check, settings).getFirst())
        .endsWith("x9, and 30 more")
        .doesNotContain("x10");
  }

  private static List<String> demands(String check, String settings) throws BadInput {
    Problems problems = new Problems();
    Check read =
        Settings.read(
            Formats.YAML.read(settings.getBytes(UTF_8), Budget.SMALL, Keep.ALL),
            problems,
            Checks.byName(check).orElseThrow().read());
    assertThat(problems.all()).isEmpty();
    return read.demands();
  }
}
