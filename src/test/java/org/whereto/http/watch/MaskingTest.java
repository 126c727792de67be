// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.wire.DocumentQuestion;

/** What of a target and of a task type the log shows, and what it does not. */
class MaskingTest {

  /** A log that shows nothing would pass every other test. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/sample/accepts",
        "/sample/accepts?tasktype=uri://zeppelin-notebook&taskinfo.languages={md,python,pyspark}",
        "/sample/accepts?tasktype=uri://zeppelin-notebook&taskinfo.languages=%7Bmd%2Cc%2B%2B%7D",
        "/sample/accepts?tasktype=ivo://example/type&RESPONSEFORMAT=yaml&taskinfo.site=roe",
        "/sample/accepts?tasktype=doi:10.5281/zenodo.1&resources.mincores=8&resources.maxmemory=4G",
        "/sample/accepts?tasktype=a&data[0].datatype=uri://rucio-did&data[0].datainfo.scope=b",
        "/sample/accepts?tasktype=a&taskinfo.image=docker.io/example:1.0",
        "/sample/accepts?tasktype=a&taskinfo.image=example:1@sha256:0123456789abcdef",
        "/sample/accepts?tasktype=a&taskinfo.repository=https://git.example.org:8443/a/b.git",
        "/sample/accepts?tasktype=a&taskinfo.notebook=https://example.org/a.ipynb",
        "/sample/accepts?tasktype=uri://skaha-session&taskinfo.path=cookiecutter/a",
        "/sample/accepts?tasktype=a&taskinfo.author=keyboard&taskinfo.keywords=monkeys",
        "/favicon.ico"
      })
  void whatIsNoSecretIsShownAsItWasSent(String target) {
    assertThat(MaskedTarget.of(target, "sample")).isEqualTo(target);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "/accepts?access_token=x /accepts?access_token=***",
        "/accepts?Access%5FToken=x /accepts?Access_Token=***",
        "/accepts?%2561ccess_token=x /accepts?access_token=***",
        "/accepts?tasktype=a&taskinfo.db.password=x /accepts?tasktype=a&taskinfo.db.password=***",
        "/accepts?a=x&tasktype=b /accepts?a=***&tasktype=b",
        "/accepts?taskinfo.composefile=x /accepts?taskinfo.composefile=***",
        "/accepts?taskinfo.files[a.yml]=x /accepts?taskinfo.files[a.yml]=***",
        "/accepts?taskinfo.files[environment.yml]=x /accepts?taskinfo.files[environment.yml]=***",
        "/accepts?taskinfo.env.A=x /accepts?taskinfo.env***=***",
        "/accepts?taskinfo.environment[0]=x /accepts?taskinfo.environment***=***",
        "/accepts?taskinfo={} /accepts?taskinfo=***",
        "/accepts?tasktype=https://u:p@h/t /accepts?tasktype=https://***@h/t",
        "/accepts?tasktype=https%253A//u%3Ap%40h/t /accepts?tasktype=https://***@h/t",
        "/accepts?tasktype=https://u:p&q@h/t /accepts?tasktype=***&***",
        "/accepts?access_token=a&b&c&tasktype=d /accepts?access_token=***&***&***&tasktype=d",
        "/accepts?%zz=a&tasktype=b /accepts?***=***&tasktype=b",
        "//u:12?a@h/accepts ***?***",
        "/accepts?tasktype=a;token=x /accepts?tasktype=a;***",
        "/accepts?taskinfo.x={a,password:x,b} /accepts?taskinfo.x={a,***",
        "/accepts?taskinfo.x=%zz /accepts?taskinfo.x=***",
        "/accepts?taskinfo.notebook=https://h/n?sig=x /accepts?taskinfo.notebook=https://h/n?***",
        "/accepts;jsessionid=x?tasktype=a /accepts;j***?tasktype=a",
        "http://u:p@h/accepts?tasktype=a http://***@h/accepts?tasktype=a"
      })
  void whatMayBeASecretIsMasked(String sent, String shown) {
    assertThat(MaskedTarget.of(sent, "")).isEqualTo(shown);
  }

  @Test
  void theNameOfAPlatformIsShownWhateverWordItHolds() {
    assertThat(MaskedTarget.of("/token-lab/accepts?tasktype=a", "token-lab"))
        .isEqualTo("/token-lab/accepts?tasktype=a");
    assertThat(MaskedTarget.of("/token-lab/accepts", "")).isEqualTo("/***");
  }

  @Test
  void aTaskTypeIsMaskedLikeATarget() {
    String question = "{\"tasktype\": \"https://user:word@example.org/t?api_key=x\"}";
    assertThat(Sample.line(Sample.asked("/", DocumentQuestion.json(question.getBytes(UTF_8)))))
        .contains("\"tasktype\":\"https://***@example.org/t?***\"");
  }

  /** Each of these took long if anything in here were worse than linear. */
  @Test
  void noTargetTakesLongToMask() {
    for (String part :
        new String[] {
          "&", "%", "%25", "+", "@", "//", ":", "key ", "//a:", "a=b&", "{", "[", "."
        }) {
      String target = "/a?tasktype=" + part.repeat(4000 / part.length());
      assertThat(MaskedTarget.of(target, "")).startsWith("/a");
    }
  }
}
