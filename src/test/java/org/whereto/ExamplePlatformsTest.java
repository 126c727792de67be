// SPDX-License-Identifier: Apache-2.0
package org.whereto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;
import org.whereto.wire.Answers;

/** The platforms of the note give the note's answers. */
class ExamplePlatformsTest {

  /** The note's words, section by section; {@code NO} is the bare one. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // 3.1
        "jupyterhub | tasktype: uri://jupyter-notebook | {servicetype: uri://jupyter-hub,"
            + " serviceinfo: {endpoint: http://jupyter.example.org/}}",
        "docker-uws | tasktype: uri://jupyter-notebook | NO",
        // 3.2
        "binderhub  | tasktype: uri://jupyter-notebook | {servicetype: uri://binder-hub,"
            + " serviceinfo: {endpoint: http://binder.example.org/}}",
        "jupyterhub | tasktype: uri://binder-notebook  | NO",
        "binderhub  | tasktype: uri://binder-notebook  | {servicetype: uri://binder-hub,"
            + " serviceinfo: {endpoint: http://binder.example.org/}}",
        // 3.3
        "jupyterhub | tasktype: uri://esap-notebook    | NO",
        "binderhub  | tasktype: uri://esap-notebook    | NO",
        "esap       | tasktype: uri://esap-notebook    | {servicetype: uri://binder-hub,"
            + " serviceinfo: {endpoint: http://binder.example.eu/}}",
        "esap       | tasktype: uri://jupyter-notebook | {servicetype: uri://binder-hub,"
            + " serviceinfo: {endpoint: http://binder.example.eu/}}",
        "esap       | tasktype: uri://binder-notebook  | {servicetype: uri://binder-hub,"
            + " serviceinfo: {endpoint: http://binder.example.eu/}}",
        // 3.4
        "jupyterhub | tasktype: uri://zeppelin-notebook | NO",
        "binderhub  | tasktype: uri://zeppelin-notebook | NO",
        "zeppelin   | tasktype: uri://zeppelin-notebook | {servicetype: uri://zeppelin-service,"
            + " serviceinfo: {endpoint: http://zeppelin.aglais.uk/, languages: [md, python,"
            + " pyspark]}}",
        // 3.5
        "zeppelin   | {tasktype: uri://zeppelin-notebook, taskinfo: {languages: [md, python,"
            + " pyspark]}} | {servicetype: uri://zeppelin-service, serviceinfo: {endpoint:"
            + " http://zeppelin.aglais.uk/, languages: [md, python, pyspark]}}",
        "zeppelin   | {tasktype: uri://zeppelin-notebook, taskinfo: {languages:"
            + " \"{md,python,pyspark}\"}} | {servicetype: uri://zeppelin-service, serviceinfo:"
            + " {endpoint: http://zeppelin.aglais.uk/, languages: [md, python, pyspark]}}",
        "jupyterhub | {tasktype: uri://zeppelin-notebook, taskinfo: {languages: [md, python,"
            + " pyspark]}} | NO",
        "zeppelin   | tasktype: uri://zeppelin-service  | NO",
        // 4.1
        "docker-uws | tasktype: uri://docker-container | {servicetype: uri://docker-uws,"
            + " serviceinfo: {endpoint: http://example.org/dkuws}}",
        "docker-uws | {tasktype: uri://docker-container, taskinfo: {image:"
            + " \"docker.io/example:1.0\"}} | {servicetype: uri://docker-uws, serviceinfo:"
            + " {endpoint: http://example.org/dkuws}}",
        // 4.2
        "compose-uws | tasktype: uri://docker-compose  | {servicetype: uri://compose-uws,"
            + " serviceinfo: {endpoint: http://uws.example.org/compose}}",
        "zeppelin    | tasktype: uri://docker-compose  | NO",
        // 4.3
        "portainer  | tasktype: uri://portainer-container | {servicetype: uri://portainer-service,"
            + " serviceinfo: {endpoint: http://portainer.example.org/}}",
        "portainer  | tasktype: uri://portainer-compose   | {servicetype: uri://portainer-service,"
            + " serviceinfo: {endpoint: http://portainer.example.org/}}",
        // 4.4
        "portainer  | tasktype: uri://docker-container | {interfaces: [{servicetype:"
            + " uri://portainer-service, serviceinfo: {endpoint: http://portainer.example.org/}},"
            + " {servicetype: uri://compose-uws, serviceinfo: {endpoint:"
            + " http://uws.example.org/compose}}, {servicetype: uri://docker-uws, serviceinfo:"
            + " {endpoint: http://uws.example.org/docker}}]}",
        "portainer  | tasktype: uri://docker-compose   | {interfaces: [{servicetype:"
            + " uri://portainer-service, serviceinfo: {endpoint: http://portainer.example.org/}},"
            + " {servicetype: uri://compose-uws, serviceinfo: {endpoint:"
            + " http://uws.example.org/compose}}]}",
        // 8.1
        "mybinder   | tasktype: uri://binder-notebook  | {servicetype: uri://binder-hub,"
            + " serviceinfo: {endpoint: https://mybinder.org/}}",
      })
  void theNotesQuestionsGetTheNotesAnswers(String platform, String task, String expected)
      throws BadInput {
    Tree.Mapping answer = answer(platform, task);
    if (expected.equals("NO")) {
      assertThat(answer).isEqualTo(yaml("{reponseword: \"NO\"}"));
    } else {
      assertThat(answer.without("warnings"))
          .isEqualTo(yaml(expected).with("reponseword", Tree.text("YES")));
    }
  }

  /** What the note does not print: the other side of each rule, with its reason. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "zeppelin    | {tasktype: uri://zeppelin-notebook, taskinfo: {languages: [md, scala]}} |"
            + " languages.not-offered",
        "jupyterhub  | {tasktype: uri://jupyter-notebook, taskinfo: {languages: julia}} |"
            + " languages.not-offered",
        "docker-uws  | {tasktype: uri://docker-container, taskinfo: {image:"
            + " \"docker.io/example:1.1\"}} | image.not-allowed",
        "docker-uws  | {tasktype: uri://docker-container, taskinfo: {image:"
            + " \"example/webapp:1.0\"}} | image.denied",
        "compose-uws | {tasktype: uri://docker-compose, taskinfo: {composefile:"
            + " \"https://edin.ac/3jqocuV.yml\"}} | composefile.not-fetched",
        "compose-uws | {tasktype: uri://docker-compose, taskinfo: {composefile: {services: {a:"
            + " {image: evil/x}}}}} | image.not-allowed",
        "compose-uws | {tasktype: uri://docker-compose, taskinfo: {composefile: {services: {a:"
            + " {image: example/x, privileged: true}}}}} | compose.privileged",
        "esap        | {tasktype: uri://esap-notebook, data: [{datatype: uri://cutout}]} |"
            + " data.not-supported",
        "mybinder    | {tasktype: uri://binder-notebook, taskinfo: {repository:"
            + " \"https://git.example.org/a/b\", files: {requirements.txt: astropy}}} |"
            + " binder.host-not-allowed",
      })
  void aNoSaysWhy(String platform, String task, String code) throws BadInput {
    Tree.Mapping answer = answer(platform, task);
    assertThat(answer.get("reponseword")).contains(Tree.text("NO"));
    assertThat(answer.get("reasons").orElseThrow().nodes()).contains(Tree.text(code));
  }

  private static Tree.Mapping answer(String platform, String task) throws BadInput {
    Path file = Path.of("examples/platforms", platform + ".yaml");
    return Answers.write(Whereto.decide(Task.read(yaml(task)), Whereto.platform(file)).answer());
  }

  private static Tree.Mapping yaml(String text) throws BadInput {
    return (Tree.Mapping) Formats.YAML.read(text.getBytes(UTF_8), Budget.SMALL, Keep.ALL);
  }
}
