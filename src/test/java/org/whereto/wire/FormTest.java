// SPDX-License-Identifier: Apache-2.0
package org.whereto.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whereto.tree.BadInput;
import org.whereto.tree.Keep;

class FormTest {

  @Test
  void aFormIsReadAsAQueryIs() throws BadInput {
    Form form = form("\uFEFFtasktype=uri://a&taskinfo.x=c%2B%2B&ResponseFormat=yaml");

    assertThat(form.tasktype()).isEqualTo("uri://a");
    assertThat(form.responseFormat()).contains("yaml");
    assertThat(form.task(Keep.ALL).members())
        .isEqualTo(Query.of("tasktype=uri://a&taskinfo.x=c%2B%2B").task(Keep.ALL).members());
    assertThat(form("tasktype=uri://a").responseFormat()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"tasktype\": \"a\"} | form.not-a-form | application/json",
        "  [1] | form.not-a-form | application/json",
        "\"a\" | form.not-a-form | application/json",
        "tasktype: a | form.not-a-form | application/yaml",
        "`taskinfo:\ntasktype:a` | form.not-a-form | application/yaml",
        "a:b | tasktype.missing | tasktype",
        "a b | tasktype.missing | tasktype",
        "taskinfo.x=a | tasktype.missing | tasktype",
        "`` | tasktype.missing | tasktype",
      })
  void aDocumentThatWasSentAsAFormIsToldHowToBeSent(String body, String code, String told) {
    BadInput fault = catchThrowableOfType(BadInput.class, () -> form(body).tasktype());

    assertThat(fault.code()).isEqualTo(code);
    assertThat(fault.sentence()).contains(told);
  }

  private static Form form(String body) {
    return Form.of(body.getBytes(UTF_8));
  }
}
