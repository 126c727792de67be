// SPDX-License-Identifier: Apache-2.0
package org.whereto.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.config.PlatformFile.Checked;
import org.whereto.tree.Problems.Problem;

class TemplateTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{services: {a: {image: good}}}",
        "\"services: {a: {image: good}}\"",
        "{services: {a: {build: ., privileged: true}}}"
      })
  void aComposeFileIsATemplateAsAMappingOrAsText(String template) {
    assertThat(check("uri://docker-compose", template)).isInstanceOf(Checked.Good.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "{} => This is no compose file.",
        "\"services: [\" => The compose file cannot be read",
        "services => This is no compose file.",
        "[a] => This is no compose file.",
        "{services: {}} => This is no compose file.",
        "https://example.org/compose.yaml => A template is not fetched",
        "{services: !reset {a: {image: good}}} => A template has no tags",
        "'\"\"' => The composefile is empty"
      })
  void whatIsNoComposeFileIsAFaultOfTheOwnersFile(String template, String told) {
    assertFault(check("uri://docker-compose", template), told);
  }

  @ParameterizedTest
  @ValueSource(strings = {"uri://docker-container", "uri://job", "uri://jupyter-notebook"})
  void aTemplateStandsForComposeFilesOnly(String tasktype) {
    assertFault(
        check(tasktype, "{services: {a: {image: good}}}"),
        "A template is a compose file, and cannot stand for a task of the type " + tasktype + ".");
  }

  @Test
  void otherTypesOfTheSameKindMayHaveOneToo() {
    assertThat(check("uri://portainer-compose", "{services: {a: {image: good}}}"))
        .isInstanceOf(Checked.Good.class);
  }

  private static void assertFault(Checked checked, String told) {
    assertThat(checked).isInstanceOf(Checked.Faulty.class);
    assertThat(((Checked.Faulty) checked).problems())
        .extracting(Problem::sentence)
        .singleElement()
        .asString()
        .contains(told);
  }

  private static Checked check(String tasktype, String template) {
    String file =
        "whereto: 1\ninterfaces: {a: {servicetype: 'uri://a'}}\naccepts:\n  - tasktype: "
            + tasktype
            + "\n    template: "
            + template
            + "\n";
    return PlatformFile.read("test", file.getBytes(UTF_8));
  }
}
