// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestReaderTest {

  /**
   * In the tables, {@code ~} is CR LF, {@code r} and {@code n} behind a backslash are bare ones.
   */
  private static String bytes(String row) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < row.length(); i++) {
      char c = row.charAt(i);
      if (c == '~') {
        text.append("\r\n");
      } else if (c == '\\') {
        i++;
        text.append(escaped(row.charAt(i)));
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  private static char escaped(char c) {
    return switch (c) {
      case 'r' -> '\r';
      case 'n' -> '\n';
      case 't' -> '\t';
      case '0' -> 0;
      case '7' -> 127;
      case 'a' -> '@';
      case 'u' -> '\u00e9';
      default -> c;
    };
  }

  private static List<byte[]> singly(String text) {
    List<byte[]> pieces = new ArrayList<>();
    for (byte b : text.getBytes(StandardCharsets.ISO_8859_1)) {
      pieces.add(new byte[] {b});
    }
    return pieces;
  }

  private static void hears(String row, String expected) {
    String text = bytes(row);
    List<String> heard = Heard.in(text);
    assertThat(String.join(" | ", heard)).isEqualTo(expected);
    assertThat(Heard.in(singly(text))).as("byte by byte").isEqualTo(heard);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      quoteCharacter = '^',
      textBlock =
          """
          # the simple ones
          GET / HTTP/1.1~Host: a~~                               @ GET / Host=a | []
          GET / HTTP/1.0~~                                       @ GET / | []
          GET / HTTP/1.0~Host: a:80~~                            @ GET / Host=a:80 | []
          get /x?a=b HTTP/1.1~host:a~~                           @ get /x?a=b host=a | []
          OPTIONS * HTTP/1.1~Host: a~~                           @ OPTIONS * Host=a | []
          CONNECT a:80 HTTP/1.1~Host: a:80~~                     @ CONNECT a:80 Host=a:80 | []
          GET http://a/x HTTP/1.1~Host: a~~                      @ GET http://a/x Host=a | []
          GET HTTPS://a/x HTTP/1.1~Host: a~~                     @ GET HTTPS://a/x Host=a | []
          # what astronomers send in a query is nobody's business here
          GET /?q={a,b}&r=%zz|"<>^`\\\\ HTTP/1.1~Host: a~~           @ GET /?q={a,b}&r=%zz|"<>^`\\\\ Host=a | []
          # one empty line may stand before a request
          ~GET / HTTP/1.1~Host: a~~                              @ GET / Host=a | []
          GET / HTTP/1.1~Host: a~~~GET /2 HTTP/1.1~Host: a~~     @ GET / Host=a | [] | GET /2 Host=a | []
          # values
          GET / HTTP/1.1~Host: \\t a \\t~E:~F: \\t ~~               @ GET / Host=a E= F= | []
          GET / HTTP/1.1~Host: a~X-Y_z.0!: a:b\\tc d~~            @ ^GET / Host=a X-Y_z.0!=a:b	c d | []^
          GET / HTTP/1.1~Host: a~Connection: TE, Close~~         @ GET / Host=a connection=close | []
          # hosts
          GET / HTTP/1.1~Host: a_b.example-1.org.:65535~~        @ GET / Host=a_b.example-1.org.:65535 | []
          GET / HTTP/1.1~Host: [::1]~~                           @ GET / Host=[::1] | []
          GET / HTTP/1.1~Host: [fe80::1.2.3.4]:8080~~            @ GET / Host=[fe80::1.2.3.4]:8080 | []
          # bodies
          POST / HTTP/1.1~Host: a~Content-Length: 3~~abcGET      @ POST / Host=a Content-Length=3 | [abc]
          POST / HTTP/1.1~Host: a~Content-Length: 0~~            @ POST / Host=a Content-Length=0 | []
          POST / HTTP/1.1~Host: a~Content-Length: 0003~~abc      @ POST / Host=a Content-Length=0003 | [abc]
          POST / HTTP/1.0~Content-Length: 2~~\\0\\u                @ POST / Content-Length=2 | [\\0\\u]
          GET / HTTP/1.1~Host: a~content-length: 1~~x            @ GET / Host=a content-length=1 | [x]
          """)
  void letsThrough(String row, String expected) {
    hears(row, bytes(expected));
  }

  private static final String CHUNKED = "POST / HTTP/1.1~Host: a~Transfer-Encoding: chunked~~";

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      quoteCharacter = '^',
      textBlock =
          """
          0~~                           @ []
          3~abc~0~~                     @ [abc]
          3~abc~1~d~0~~GET              @ [abcd]
          0000000A~0123456789~000~~     @ [0123456789]
          a~0123456789~0~~              @ [0123456789]
          2;x~ab~0;y=1;z="q \\\\" r"~~    @ [ab]
          2~~~0~~                       @ [~]
          1~x~0~Trailer: v~U:~~         @ [x]
          # sizes
          ~                             @ 400 http.framing in body
          ;x~                           @ 400 http.framing in body
          g~                            @ 400 http.framing in body
          -1~                           @ 400 http.framing in body
          +1~                           @ 400 http.framing in body
          0x1~                          @ 400 http.framing in body
          ^ 1~^                         @ 400 http.framing in body
          ^1 ~^                         @ 400 http.framing in body
          ^1 ;x~^                       @ 400 http.framing in body
          000000001~                    @ 400 http.framing in body
          1;~                           @ 400 http.framing in body
          1;;x~                         @ 400 http.framing in body
          ^1; x~^                       @ 400 http.framing in body
          1;:x~                         @ 400 http.framing in body
          1;x=~                         @ 400 http.framing in body
          1;x="y~                       @ 400 http.framing in body
          1;x="y\\\\"~                    @ 400 http.framing in body
          1;x="y"z~                     @ 400 http.framing in body
          1;x=y=z~                      @ 400 http.framing in body
          FFFFFFFFFFFFFFFF~             @ 400 http.framing in body
          # ends of lines
          1\\nx~0~~                      @ 400 http.malformed in body
          1\\rx~0~~                      @ 400 http.malformed in body
          1;a\\nb~x~0~~                  @ 400 http.malformed in body
          1;\\0~x~0~~                    @ 400 http.malformed in body
          1;\\u~x~0~~                    @ 400 http.malformed in body
          1~x\\n0~~                      @ 400 http.malformed in body
          1~xy~0~~                      @ 400 http.framing in body
          1~x0~~                        @ 400 http.framing in body
          3~ab~0~~                      @ 400 http.malformed in body
          1~x~0~\\n                      @ 400 http.malformed in body
          # trailers
          0~ T: v~~                     @ 400 http.malformed in body
          0~T v~~                       @ 400 http.malformed in body
          0~: v~~                       @ 400 http.malformed in body
          0~T: \\0~~                     @ 400 http.malformed in body
          0~content-length: 3~~         @ 400 http.framing in body
          0~Transfer-encoding: x~~      @ 400 http.framing in body
          0~Host: b~~                   @ 400 http.framing in body
          0~A:~B:~C:~D:~E:~F:~G:~H:~~   @ []
          0~A:~B:~C:~D:~E:~F:~G:~H:~I:~ @ 431 http.headers-too-large in body
          """)
  void readsChunksStrictly(String row, String expected) {
    hears(CHUNKED + row, "POST / Host=a Transfer-Encoding=chunked | " + bytes(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      quoteCharacter = '^',
      textBlock =
          """
          # the request line
          GET /~~                                              @ 400 http.malformed
          GET~~                                                @ 400 http.malformed
          ^ GET / HTTP/1.1~^                                   @ 400 http.malformed
          ^GET / HTTP/1.1 ~^                                   @ 400 http.version
          GET  / HTTP/1.1~                                     @ 400 http.malformed
          GET /  HTTP/1.1~                                     @ 400 http.malformed
          GET /a b HTTP/1.1~                                   @ 400 http.malformed
          GET /a\\tb HTTP/1.1~                                  @ 400 http.malformed
          GET\\t/ HTTP/1.1~                                     @ 400 http.malformed
          GET\\t/\\tHTTP/1.1~                                    @ 400 http.malformed
          G(T / HTTP/1.1~                                      @ 400 http.malformed
          GET x HTTP/1.1~                                      @ 400 http.malformed
          GET * HTTP/1.1~                                      @ 400 http.malformed
          GET ftp://a/ HTTP/1.1~                               @ 400 http.malformed
          CONNECT / HTTP/1.1~                                  @ 400 http.malformed
          GET / HTTP/1.2~                                      @ 400 http.version
          GET / HTTP/2.0~                                      @ 400 http.version
          GET / HTTP/0.9~                                      @ 400 http.version
          GET / HTTP/01.1~                                     @ 400 http.version
          GET / http/1.1~                                      @ 400 http.version
          GET / HTTP/1.1x~                                     @ 400 http.version
          PRI * HTTP/2.0~~SM~~                                 @ 400 http.version
          ~~GET / HTTP/1.1~Host: a~~                           @ 400 http.malformed
          \\nGET / HTTP/1.1~Host: a~~                           @ 400 http.malformed
          GET /\\u HTTP/1.1~                                    @ 400 http.malformed
          GET /\\0 HTTP/1.1~                                    @ 400 http.malformed
          GET /\\7 HTTP/1.1~                                    @ 400 http.malformed
          GET / HTTP/1.1\\n                                     @ 400 http.malformed
          GET /\\r HTTP/1.1~                                    @ 400 http.malformed
          GET / HTTP/1.1\\r~                                    @ 400 http.malformed
          # headers
          GET / HTTP/1.1~Host: a~B: c~ d~~                     @ 400 http.malformed
          GET / HTTP/1.1~Host: a~B: c~\\td~~                    @ 400 http.malformed
          GET / HTTP/1.1~ Host: a~~                            @ 400 http.malformed
          GET / HTTP/1.1~Host : a~~                            @ 400 http.malformed
          GET / HTTP/1.1~Host\\t: a~~                           @ 400 http.malformed
          GET / HTTP/1.1~Host: a~: b~~                         @ 400 http.malformed
          GET / HTTP/1.1~Host: a~b~~                           @ 400 http.malformed
          GET / HTTP/1.1~Host: a~b(c: d~~                      @ 400 http.malformed
          GET / HTTP/1.1~Host: a~b: \\0~~                       @ 400 http.malformed
          GET / HTTP/1.1~Host: a~b: \\7~~                       @ 400 http.malformed
          GET / HTTP/1.1~Host: a~b: c\\rd~~                     @ 400 http.malformed
          GET / HTTP/1.1~Host: a~b: \\u~~                       @ 400 http.malformed
          GET / HTTP/1.1~Host: a\\n~~                           @ 400 http.malformed
          GET / HTTP/1.1~Host: a~\\n                            @ 400 http.malformed
          # hosts
          GET / HTTP/1.1~~                                     @ 400 http.host
          GET / HTTP/1.1~Host: a~Host: a~~                     @ 400 http.host
          GET / HTTP/1.0~Host: a~host: b~~                     @ 400 http.host
          GET / HTTP/1.1~Host:~~                               @ 400 http.host
          GET / HTTP/1.0~Host:~~                               @ 400 http.host
          GET / HTTP/1.1~Host: :80~~                           @ 400 http.host
          GET / HTTP/1.1~Host: a:~~                            @ 400 http.host
          GET / HTTP/1.1~Host: a:x~~                           @ 400 http.host
          GET / HTTP/1.1~Host: a:65536~~                       @ 400 http.host
          GET / HTTP/1.1~Host: a:000080~~                      @ 400 http.host
          GET / HTTP/1.1~Host: a b~~                           @ 400 http.host
          GET / HTTP/1.1~Host: a/b~~                           @ 400 http.host
          GET / HTTP/1.1~Host: u\\aa~~                           @ 400 http.host
          GET / HTTP/1.1~Host: a, b~~                          @ 400 http.host
          GET / HTTP/1.1~Host: ::1~~                           @ 400 http.host
          GET / HTTP/1.1~Host: [a]~~                           @ 400 http.host
          GET / HTTP/1.1~Host: [::1~~                          @ 400 http.host
          GET / HTTP/1.1~Host: [::1]x~~                        @ 400 http.host
          # where the body ends
          POST / HTTP/1.1~Host: a~Content-Length: 3~Transfer-Encoding: chunked~~ @ 400 http.framing
          POST / HTTP/1.1~Host: a~Content-Length: 3~Content-Length: 3~~  @ 400 http.framing
          POST / HTTP/1.1~Host: a~Content-Length: 3, 3~~       @ 400 http.framing
          POST / HTTP/1.1~Host: a~Content-Length: +3~~         @ 400 http.framing
          POST / HTTP/1.1~Host: a~Content-Length: -3~~         @ 400 http.framing
          POST / HTTP/1.1~Host: a~Content-Length: 0x3~~        @ 400 http.framing
          POST / HTTP/1.1~Host: a~Content-Length: 3 4~~        @ 400 http.framing
          POST / HTTP/1.1~Host: a~Content-Length:~~            @ 400 http.framing
          POST / HTTP/1.1~Host: a~Content-Length: 9223372036854775808~~  @ 400 http.framing
          POST / HTTP/1.1~Host: a~Transfer-Encoding: gzip~~    @ 400 http.framing
          POST / HTTP/1.1~Host: a~Transfer-Encoding: identity~~ @ 400 http.framing
          POST / HTTP/1.1~Host: a~Transfer-Encoding: xchunked~~ @ 400 http.framing
          POST / HTTP/1.1~Host: a~Transfer-Encoding: gzip, chunked~~ @ 400 http.framing
          POST / HTTP/1.1~Host: a~Transfer-Encoding: chunked, chunked~~ @ 400 http.framing
          POST / HTTP/1.1~Host: a~Transfer-Encoding: chunked~Transfer-Encoding: chunked~~ @ 400 http.framing
          POST / HTTP/1.1~Host: a~Transfer-Encoding:~~         @ 400 http.framing
          POST / HTTP/1.0~Transfer-Encoding: chunked~~         @ 400 http.framing
          # lines
          GET / HTTP/1.1~A:~B:~C:~D:~E:~F:~G:~H:~I:~           @ 431 http.headers-too-large
          """)
  void refuses(String row, String expected) {
    hears(row, expected);
  }

  @Test
  void aRequestBehindARefusedOneIsNotRead() {
    assertThat(Heard.in("GET /1 HTTP/1.1\r\n\r\nGET /2 HTTP/1.1\r\nHost: a\r\n\r\n"))
        .containsExactly("400 http.host");
  }

  @Test
  void aHeadMayHaveExactlyAsManyBytesAsTheLimitSays() {
    String bare = "GET / HTTP/1.1\r\nHost: a\r\nX: ";
    String fits = bare + "x".repeat(Heard.SMALL.headBytes() - bare.length() - 4) + "\r\n\r\n";
    assertThat(fits).hasSize(Heard.SMALL.headBytes());
    assertThat(Heard.in(fits)).hasSize(2);
    String larger = fits.replace("X: ", "X: y");
    assertThat(Heard.in(larger)).containsExactly("431 http.headers-too-large");
    assertThat(Heard.in(singly(larger))).containsExactly("431 http.headers-too-large");
  }

  @Test
  void aRequestLineThatAloneIsTooLongIsSaidSo() {
    String endless = "GET /" + "x".repeat(Heard.SMALL.headBytes());
    assertThat(Heard.in(endless)).containsExactly("414 http.uri-too-long");
    assertThat(Heard.in(singly(endless))).containsExactly("414 http.uri-too-long");
  }

  @Test
  void aHeaderWithoutEndIsTooLarge() {
    assertThat(Heard.in("GET / HTTP/1.1\r\nX: " + "x".repeat(Heard.SMALL.headBytes())))
        .containsExactly("431 http.headers-too-large");
  }

  @Test
  void aLineOfAChunkIsBounded() {
    String open = bytes(CHUNKED) + "1;";
    String fits = open + "x".repeat(252) + "\r\nd\r\n0\r\n\r\n";
    assertThat(Heard.in(fits)).last().isEqualTo("[d]");
    assertThat(Heard.in(open + "x".repeat(253) + "\r\nd\r\n0\r\n\r\n"))
        .last()
        .isEqualTo("400 http.framing in body");
  }

  @Test
  void trailersHaveTheRoomOfAHead() {
    String open = bytes(CHUNKED) + "0\r\nT: ";
    assertThat(Heard.in(open + "x".repeat(Heard.SMALL.headBytes())))
        .last()
        .isEqualTo("431 http.headers-too-large in body");
  }

  @Test
  void everyRefusalIsAPlainSentence() {
    assertThat(List.of(Malformed.headersTooLarge(Heard.SMALL), Malformed.uriTooLong(600)))
        .allSatisfy(
            refusal -> assertThat(refusal.problem().detail()).endsWith(".").contains("600"));
  }
}
