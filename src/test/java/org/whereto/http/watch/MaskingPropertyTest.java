// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.watch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.whereto.task.Question;
import org.whereto.tree.BadInput;
import org.whereto.wire.DocumentQuestion;
import org.whereto.wire.Form;
import org.whereto.wire.Multipart;
import org.whereto.wire.Query;

/** Secrets planted wherever people put them; none may be found in a line of the log. */
class MaskingPropertyTest {

  /** Three of these in a row stand nowhere else in a line, so parts of a secret are found too. */
  private static final String LETTERS = "QXWK";

  private static final int PART = 3;

  /** {@code #} is where the secret stands. */
  private static final List<String> PAIRS =
      List.of(
          "access_token=#",
          "token=#",
          "X-Auth-Token=#",
          "id_token_hint=#",
          "password=#",
          "passwd=#",
          "taskinfo.password=#",
          "taskinfo.db[0].PGPASSWORD=#",
          "taskinfo[secret]=#",
          "taskinfo.client-secret.value=#",
          "apikey=#",
          "api_key=#",
          "taskinfo.S3.accessKey=#",
          "authorization=Bearer #",
          "Authorization=Basic #",
          "credentials=#",
          "anything=#",
          "session.cookie=#",
          "taskinfo.environment.HOME=#",
          "taskinfo.environment[0]=A=#",
          "taskinfo.env=#",
          "[taskinfo][environment][A]=#",
          "environment[A]=#",
          "taskinfo.composefile=#",
          "taskinfo.composefile={services: {a: {environment: [A=#]}}}",
          "taskinfo.composefile=services:\n  a:\n    environment:\n      A: #\n",
          "taskinfo.composefile.services.a.environment.A=#",
          "taskinfo.composefile=https://example.org/c.yaml?X-Amz-Signature=#",
          "taskinfo.composefile=https://example.org/c.yaml?id=#",
          "taskinfo.notebook={\"cells\": [\"#\"]}",
          "taskinfo.notebook=https://u:#@example.org/n.ipynb",
          "taskinfo.files[environment.yml]=name: #",
          "taskinfo.files[https://example.org/]=#",
          "taskinfo={\"image\": \"#\"}",
          "resources=#",
          "data=[{datainfo: {password: #}}]",
          "data[0].datainfo.uri=https://u:#@example.org/x",
          "taskinfo.repository=https://#@example.org/x",
          "taskinfo.repository=https://u:#@example.org/x",
          "taskinfo.repository=//u:#@example.org/x",
          "taskinfo.image=u:#@registry.example.org/x",
          "taskinfo.ref=a;token=#",
          "taskinfo.x=--password #",
          "taskinfo.x={\"env\": \"#\"}",
          "taskinfo.x=key: #",
          "taskinfo.languages={md,token=#}",
          "taskinfo.languages={https://u:#@example.org/x,md}",
          "taskinfo.languages={\"token\",\"#\"}",
          "tasktype=https://u:#@example.org/t",
          "tasktype=uri://x?access_token=#",
          "tasktype=a;access_token=#");

  private static final List<String> PATHS =
      List.of(
          "/sample/accepts",
          "/accepts",
          "/",
          "/sample/accepts;access_token=#",
          "/reset/token/#",
          "/Bearer #",
          "http://u:#@example.org/accepts",
          "//u:#@example.org/accepts");

  private static final List<String> DECOYS =
      List.of("tasktype=uri://own", "taskinfo.languages={md}", "a=b", "x", "", "&", "=", "RUNID=1");

  /** What a secret may hold that means something else where it is not encoded. */
  private static final List<String> BETWEEN =
      List.of("", "", "", "/", "#", "@", ":", ";", ",", "!", "}", "\"", "%", "+", " ");

  @Property
  void noSecretOfATargetIsLogged(
      @ForAll("secrets") String secret, @ForAll("targets") String target, @ForAll long seed) {
    String sent = encoded(target, secret, new Random(seed));
    int mark = sent.indexOf('?');
    hides(secret, Sample.asked(sent, Query.of(mark < 0 ? "" : sent.substring(mark + 1))));
    hides(secret, Sample.refused(sent, Optional.empty(), 404, "path.unknown"));
  }

  /** A bare {@code &}, {@code ?} or {@code =} in a secret makes new pairs of its rest. */
  @Property
  void noSecretThatIsTornApartIsLogged(
      @ForAll("letters") String first,
      @ForAll("letters") String second,
      @ForAll("torn") String torn) {
    String target = torn.replace("1", first).replace("2", second);
    hides(first + second, Sample.refused(target, Optional.empty(), 404, "path.unknown"));
  }

  @Property
  void noSecretOfABodyIsLogged(
      @ForAll("letters") String secret, @ForAll("bodies") String body, @ForAll Random random)
      throws BadInput {
    for (Question question : questions(body.replace("#", secret))) {
      hides(secret, Sample.asked("/sample/accepts", question));
    }
  }

  private static void hides(String secret, Served served) {
    String line = Sample.line(served);
    String plain = line;
    for (int i = 0; i < 4; i++) {
      plain = URLDecoder.decode(plain.replaceAll("%(?![0-9a-fA-F]{2})", "%25"), UTF_8);
    }
    String upper = plain.toUpperCase(Locale.ROOT);
    for (String run : secret.split("[^" + LETTERS + "]+", -1)) {
      for (int at = 0; at + PART <= run.length(); at++) {
        assertThat(upper)
            .as("%s of %s", line, served.target())
            .doesNotContain(run.substring(at, at + PART));
      }
    }
    assertThat(line).matches("\\{[ -~]+}\n");
  }

  @Provide
  Arbitrary<String> letters() {
    return Arbitraries.strings().withChars(LETTERS).ofMinLength(PART).ofMaxLength(12);
  }

  @Provide
  Arbitrary<String> secrets() {
    return Combinators.combine(letters(), Arbitraries.of(BETWEEN), letters())
        .as((first, between, second) -> first + between + second);
  }

  @Provide
  Arbitrary<String> targets() {
    Arbitrary<String> pair = Arbitraries.of(PAIRS);
    Arbitrary<String> any = Arbitraries.oneOf(pair, pair, Arbitraries.of(DECOYS));
    return Combinators.combine(Arbitraries.of(PATHS), any.list().ofMaxSize(5))
        .as((path, pairs) -> pairs.isEmpty() ? path : path + "?" + String.join("&", pairs));
  }

  @Provide
  Arbitrary<String> torn() {
    return Arbitraries.of(
        "/accepts?access_token=1&2",
        "/accepts?access_token=1&&2",
        "/accepts?access_token=1&2=a",
        "/accepts?access_token=1=2",
        "/accepts?access_token=1?2",
        "/accepts?password=1&a&2&tasktype=b",
        "/accepts?tasktype=a&password=1;2",
        "/accepts;access_token=1?2",
        "/accepts;access_token=1?2&a=b",
        "/accepts&access_token=1&2",
        "http://u:1?2@example.org/accepts",
        "http://u:1?2=a@example.org/accepts",
        "http://u:1?a&2@example.org/accepts",
        "//u:1?2@example.org/accepts",
        "u:1?2@example.org",
        "/accepts?taskinfo.repository=https://u:1&2@example.org/x",
        "/accepts?taskinfo.repository=https://u:1&2=a@example.org/x",
        "/accepts?taskinfo.repository=https://u:1&a&2@example.org/x",
        "/accepts?taskinfo.image=u:1&2@example.org/x",
        "/accepts?taskinfo.image=1&2@example.org/x",
        "/accepts?taskinfo.x={token=1&2}",
        "/accepts?taskinfo.composefile={a: 1&2}",
        "/accepts?tasktype=uri://x?token=1&2");
  }

  @Provide
  Arbitrary<String> bodies() {
    return Arbitraries.of(
        "tasktype: uri://docker-container\ntaskinfo: {image: 'evil/#'}",
        "tasktype: uri://docker-container\ntaskinfo: {image: '#:#@evil/x'}",
        "tasktype: uri://docker-container\nresources: {minQ#: 3}",
        "tasktype: uri://docker-container\nresources: {mincores: '#'}",
        "tasktype: uri://docker-container\ndata: [{datatype: '#'}]",
        "tasktype: uri://docker-container\n'#': 1",
        "tasktype: uri://own\ntaskinfo: {languages: ['#']}",
        "tasktype: uri://own\ntaskinfo: {'#': 1, access_token: '#'}",
        "tasktype: https://u:#@example.org/t",
        "tasktype: 'Bearer #'",
        "tasktype: uri://x?api_key=#",
        "tasktype: \"a\\ntoken: #\"",
        "tasktype: uri://docker-compose\ntaskinfo:\n  composefile: |\n    services:\n"
            + "      a: {image: 'evil/#', environment: ['A=#']}",
        "tasktype: uri://docker-compose\ntaskinfo:\n  composefile:\n    services:\n"
            + "      a: {image: example/x, privileged: '#', environment: {A: '#'}}",
        "tasktype: uri://docker-compose\ntaskinfo: {composefile: '{#'}",
        "tasktype: uri://docker-compose\ntaskinfo: {composefile: 'https://u:#@example.org/'}",
        "a: [#",
        "#");
  }

  /** The document as YAML, as a part of multipart, and as a form of one strange name. */
  private static List<Question> questions(String document) throws BadInput {
    List<Question> questions = new ArrayList<>();
    questions.add(DocumentQuestion.yaml(document.getBytes(UTF_8)));
    questions.add(DocumentQuestion.json(document.getBytes(UTF_8)));
    questions.add(Form.of(document.replace(": ", "=").replace('\n', '&').getBytes(ISO_8859_1)));
    String part =
        "--b\r\nContent-Disposition: form-data; name=taskinfo; filename=t.yml\r\n\r\n"
            + document
            + "\r\n--b\r\nContent-Disposition: form-data; name=tasktype\r\n\r\n"
            + "uri://docker-compose\r\n--b--";
    questions.add(Multipart.of(part.getBytes(ISO_8859_1), "multipart/form-data; boundary=b"));
    return questions;
  }

  /**
   * The target as some client sends it: the secret always encoded where it would else end the
   * value, the rest here and there, once to three times; cases changed, faults put in.
   */
  private static String encoded(String target, String secret, Random random) {
    StringBuilder sent = new StringBuilder();
    int density = random.nextInt(4);
    for (int at = 0; at < target.length(); at++) {
      char c = target.charAt(at);
      boolean separates = c == '&' || c == '?' || c == '=' || c == '/';
      if (c == '#') {
        secret.chars().forEach(each -> encode(sent, (char) each, true, random));
      } else if (separates) {
        sent.append(c);
      } else {
        char changed = random.nextInt(20) == 0 ? Character.toUpperCase(c) : c;
        encode(sent, changed, density > 0 && random.nextInt(density * 4) == 0, random);
      }
    }
    if (random.nextInt(8) == 0) {
      sent.insert(random.nextInt(sent.length() + 1), random.nextBoolean() ? "%zz" : "%ff");
    }
    return sent.toString();
  }

  private static void encode(StringBuilder out, char c, boolean perhaps, Random random) {
    boolean must = " \"#%+\n".indexOf(c) >= 0;
    if (!must && !(perhaps && random.nextInt(3) == 0)) {
      out.append(c);
      return;
    }
    String escape = String.format(Locale.ROOT, random.nextBoolean() ? "%%%02X" : "%%%02x", (int) c);
    for (int more = random.nextInt(3); more > 0; more--) {
      escape = escape.replace("%", "%25");
    }
    out.append(escape);
  }
}
