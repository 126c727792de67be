// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

class WebUrlTest {

  @ParameterizedTest
  @CsvSource({
    "https://data.example.org/a.fits, https://data.example.org/a.fits",
    "HTTPS://Data.Example.ORG/A.fits, https://data.example.org/A.fits",
    "https://data.example.org, https://data.example.org/",
    "https://data.example.org?a=b, https://data.example.org/?a=b",
    "https://data.example.org:443/a, https://data.example.org/a",
    "http://data.example.org:80/a, http://data.example.org/a",
    "http://data.example.org:443/a, http://data.example.org:443/a",
    "https://data.example.org:8443/a, https://data.example.org:8443/a",
    "https://192.0.2.7/a, https://192.0.2.7/a",
    "https://localhost:9000/a, https://localhost:9000/a",
    "https://xn--n3h.example/a, https://xn--n3h.example/a",
    "https://e.org/%7Euser/%61/%2d, https://e.org/~user/a/-",
    "https://e.org/%c3%a9?%7e=%c3%a9, https://e.org/%C3%A9?~=%C3%A9",
    "https://e.org/a//b/, https://e.org/a//b/",
    "https://e.org/a%2Fb, https://e.org/a%2Fb",
    "https://e.org/a%2fb, https://e.org/a%2Fb",
    "https://e.org/.hidden/..a/a../..., https://e.org/.hidden/..a/a../...",
    "https://e.org/?a=../b, https://e.org/?a=../b",
    "https://e.org/a;v=1/b, https://e.org/a;v=1/b",
    "https://e.org/100%25, https://e.org/100%25",
  })
  void oneSpellingIsLeftOfEachUrl(String text, String normal) throws BadInput {
    assertThat(WebUrl.of(text)).hasToString(normal);
    assertThat(WebUrl.of(normal)).hasToString(normal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "data.example.org/a",
        "//data.example.org/a",
        "ftp://data.example.org/a",
        "file:///etc/passwd",
        "https:/data.example.org/a",
        "https:\\\\data.example.org\\a",
        "https:///a",
        "https://",
        " https://data.example.org/a",
        "https://data.example.org/a b",
        "https://data.example.org/a\n",
        "https://data.example.org/\u00e9",
        "https://d\u0430ta.example.org/a",
        "https://data.example.org\u3002evil.example/a",
        "https://user@data.example.org/a",
        "https://user:secret@data.example.org/a",
        "https://data.example.org\\@evil.example/a",
        "https://data.example.org\\a",
        "https://data.example.org/a#b",
        "https://data.example.org#@evil.example/",
        "https://data.example.org./a",
        "https://data..example.org/a",
        "https://-data.example.org/a",
        "https://data_.example.org/a",
        "https://127.1/a",
        "https://0x7f.1/a",
        "https://2130706433/a",
        "https://127.0.0.01/a",
        "https://[::1]/a",
        "https://[::ffff:127.0.0.1]:80/a",
        "https://data.example.org:/a",
        "https://data.example.org:0/a",
        "https://data.example.org:080/a",
        "https://data.example.org:65536/a",
        "https://data.example.org:80:80/a",
        "https://data.example.org/./a",
        "https://data.example.org/a/..",
        "https://data.example.org/a/../b",
        "https://data.example.org/a/%2e%2E/b",
        "https://data.example.org/a/.%2e/b",
        "https://data.example.org/a%2f..%2Fb",
        "https://data.example.org/a/..%5cb",
        "https://data.example.org/a%5C..%5Cb",
        "https://data.example.org/a%5Cb",
        "https://data.example.org/a/%252e%252e/b",
        "https://data.example.org/a/..;/b",
        "https://data.example.org/a/..;x=y/b",
        "https://data.example.org/a/..%3B/b",
        "https://data.example.org/a/%2e;/b",
        "https://data.example.org/%",
        "https://data.example.org/%4",
        "https://data.example.org/%zz",
        "https://data.example.org/%\uff11\uff11",
        "https://data.example.org/%00",
        "https://data.example.org/a%0d%0ab",
        "https://data.example.org/?%00",
        "https://data.example.org/%ff",
        "https://data.example.org/%c0%ae%c0%ae/a",
        "https://data.example.org/%ed%a0%80",
        "https://data.example.org/{a}",
        "https://data.example.org/a|b",
        "https://data.example.org/\"a\"",
        "https://data.example.org/[a]",
      })
  void whatProgramsMightReadDifferentlyIsRefused(String text) {
    assertThatThrownBy(() -> WebUrl.of(text))
        .isInstanceOfSatisfying(
            BadInput.class,
            fault -> {
              assertThat(fault.code()).isEqualTo("url.malformed");
              assertThat(fault.sentence()).contains(" is no plain URL: ").endsWith(".");
            });
  }

  @Test
  void whatIsSecretIsNotRepeated() {
    assertThatThrownBy(() -> WebUrl.of("https://user:secret@data.example.org/a"))
        .hasMessageNotContaining("secret");
    assertThatThrownBy(() -> WebUrl.of("https://data.example.org/../a?token=secret"))
        .hasMessageNotContaining("secret");
  }

  @Test
  void anEndlessUrlIsRefused() {
    assertThatThrownBy(() -> WebUrl.of("https://e.org/" + "a".repeat(2048)))
        .isInstanceOf(BadInput.class);
  }

  @ParameterizedTest
  @CsvSource({
    "https://Rucio.example.org, https://rucio.example.org",
    "https://rucio.example.org/, https://rucio.example.org",
    "https://rucio.example.org:443//, https://rucio.example.org",
    "https://example.org/rucio/, https://example.org/rucio",
  })
  void anEndpointHasNoSlashAtItsEnd(String text, String normal) throws BadInput {
    assertThat(WebUrl.endpoint(text)).isEqualTo(normal);
  }

  @Test
  void anEndpointHasNoQuery() {
    assertThatThrownBy(() -> WebUrl.endpoint("https://example.org/?a"))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("it has a query");
  }

  /** Whatever is taken is its own normal form, and does not climb however often it is decoded. */
  @Property
  void whatIsTakenStaysWhereItIs(
      @ForAll
          @StringLength(max = 12)
          @Chars({'.', '/', '%', '2', '5', 'e', 'E', 'c', ';', '\\'})
          @CharRange(from = 'a', to = 'c')
          String rest) {
    try {
      WebUrl url = WebUrl.of("https://e.org/data/" + rest);
      assertThat(WebUrl.of(url.toString())).isEqualTo(url);
      String path = url.path();
      for (int times = 0; times < 3; times++) {
        assertThat(path.split("[/\\\\]", -1)).doesNotContain(".", "..");
        path = path.replaceAll("%2[eE]", ".").replaceAll("%2[fF]", "/").replaceAll("%25", "%");
      }
    } catch (BadInput refused) {
      assertThat(refused.code()).isEqualTo("url.malformed");
    }
  }
}
