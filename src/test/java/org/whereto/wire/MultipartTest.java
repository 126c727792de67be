// SPDX-License-Identifier: Apache-2.0
package org.whereto.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;

/** Wire.md, section 1.1, "Multipart": one line for each of its sentences. */
final class MultipartTest {

  private static final String TYPE = part("name=tasktype", "uri://a");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // the name is a path, and the media type says what the content is
        "name=\"a.b\" | | x | {a: {b: x}}",
        "name=\"data[0].datatype\" | | x | {data: [{datatype: x}]}",
        "name=a.b | | x: 1 | {a: {b: 'x: 1'}}",
        "name=a | text/yaml | x: [1.10, no] | {a: {x: [1.10, no]}}",
        "name=a | application/x-yaml; charset=UTF-8 | x: &k 1\\ny: *k | {a: {x: 1, y: 1}}",
        "name=a | application/json | [1.0] | {a: [1.0]}",
        "name=a | application/vnd.x+json | {\"b\": null} | {a: {b: null}}",
        "name=a | TEXT/JSON | {} | {a: {}}",
        "name=a | image/png | {} | {a: '{}'}",
        "name=a | application/xml | <a/> | {a: <a/>}",
        // where it says nothing, the ending of the file's name does
        "name=a; filename=x.yml | | b: c | {a: {b: c}}",
        "name=a; filename=x.YAML | application/octet-stream | b: c | {a: {b: c}}",
        "name=a; filename=\"C:\\dir\\x.json\" | text/plain | {\"b\":1} | {a: {b: 1}}",
        "name=a; filename=../../etc/x.ipynb | | {} | {a: {}}",
        "name=a; filename=x.zpln | | [] | {a: []}",
        "name=a; filename=x.txt | | {} | {a: '{}'}",
        "name=a; filename=x.yml | text/html | b: c | {a: 'b: c'}",
        "name=a; filename=x.json | text/yaml | b: c | {a: {b: c}}",
        "name=a; filename*=UTF-8''x.yml | | b: c | {a: {b: c}}",
        "name=a; filename= x.yml | | b: c | FAULT",
        // names as browsers and curl write them
        "name=\"taskinfo.files[a b.txt]\" | | x | {taskinfo: {files: {a b.txt: x}}}",
        "name=\"[a%22b]\" | | x | {a\"b: x}",
        "name=\"[a\\\"b]\" | | x | {a\"b: x}",
        "name=\"[a\\\\b]\" | | x | {a\\b: x}",
        "name=\"[a\\b]\" | | x | {a\\b: x}",
        "name=\"é\" | | é | {é: é}",
        "name=\"a;b=c\" | | x | {a;b=c: x}",
        "NAME=a; FileName=x.yml; other=y | | b: c | {a: {b: c}}",
        // content that does not parse is text; a file is never a URL
        "name=taskinfo.notebook; filename=x.ipynb | | not json | {taskinfo: {notebook: not json}}",
        "name=taskinfo.notebook; filename=x.ipynb | | [1] | {taskinfo: {notebook: \"[1]\\n\"}}",
        "name=taskinfo.composefile | text/yaml | a: *b | {taskinfo: {composefile: 'a: *b'}}",
        "name=taskinfo.composefile | | http://h/x | {taskinfo: {composefile: 'http://h/x'}}",
        "name=taskinfo.composefile | application/json | \"http://h/x\" | {taskinfo: {composefile:"
            + " 'http://h/x'}}",
        "name=taskinfo.composefile; filename=x | | http://h/x | {taskinfo: {composefile:"
            + " \"http://h/x\\n\"}}",
        "name=taskinfo.composefile; filename=x.yml | | http://h/x | {taskinfo: {composefile:"
            + " \"http://h/x\\n\"}}",
        "name=taskinfo.composefile; filename=x.json | | \"http://h/x\" | {taskinfo: {composefile:"
            + " \"\\\"http://h/x\\\"\\n\"}}",
        "name=taskinfo.composefile; filename=\"\" | | http://h/x | {taskinfo: {composefile:"
            + " \"http://h/x\\n\"}}",
        "name=taskinfo.composefile; filename*=x | | http://h/x | {taskinfo: {composefile:"
            + " \"http://h/x\\n\"}}",
        "name=taskinfo.image; filename=x | | http://h/x | {taskinfo: {image: 'http://h/x'}}",
        "name=taskinfo.files[ci.yml]; filename=ci.yml | | a: 1 | {taskinfo: {files: {ci.yml: 'a:"
            + " 1'}}}",
        "name=taskinfo.composefile; filename=\"\" | application/octet-stream | | {}",
        "name=taskinfo.image | | | {taskinfo: {image: ''}}",
        // outside the Task
        "name=RunID | | x | {}",
        "name=ResponseFormat | | yaml | {}",
      })
  void aPartIsAPathAndATextOrADocument(
      String disposition, String mediaType, String content, String members) throws BadInput {
    String part = part(disposition, mediaType, content == null ? "" : content.replace("\\n", "\n"));
    if (members.equals("FAULT")) {
      assertThat(fault(TYPE + part).code()).isEqualTo("multipart.headers");
      return;
    }
    assertThat(question(TYPE + part).tasktype()).isEqualTo("uri://a");
    assertThat(question(part + TYPE).task(Keep.ALL).members()).isEqualTo(yaml(members));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "name=a | text/yaml | [ | yaml.syntax at a",
        "name=taskinfo; filename=x.json | | {\"a\": 1, \"a\": 2} | json.duplicate-name at"
            + " taskinfo.a",
        "name=a | text/yaml | b: [!x 1] | yaml.tag at a.b[0]",
        "name=a | text/yaml; charset=latin1 | x | multipart.charset at a",
        "name=a | multipart/mixed; boundary=c | x | multipart.nested at a",
        "name=a | text/plain; charset=\"utf-8 | x | multipart.content-type at a",
        "name=a | text/plain; charset=utf-8; charset=utf-8 | x | multipart.content-type at a",
        "name=a.[ | | x | path.malformed at a.[",
        "name=a[1] | | x | list.gap at a",
        "name=a; name=b | | x | multipart.headers",
        "name=a; Name=a | | x | multipart.headers",
        "filename=a | | x | multipart.headers",
        "name*=utf-8''a | | x | multipart.headers",
        "name=\"\" | | x | multipart.headers",
        "name=\"a | | x | multipart.headers",
        "name=\"a\"b | | x | multipart.headers",
        "name=a b | | x | multipart.headers",
        "name = a | | x | multipart.headers",
        "name=\"a%0D%0Ab\" | | x | multipart.headers",
        "name=a; filename=b; filename=c | | x | multipart.headers",
      })
  void anyOtherFaultIsHeardOfOnlyByThoseWhoAskForTheTask(
      String disposition, String mediaType, String content, String told) throws BadInput {
    for (String body :
        List.of(
            TYPE + part(disposition, mediaType, content),
            part(disposition, mediaType, content) + TYPE)) {
      assertThat(question(body).tasktype()).isEqualTo("uri://a");
      BadInput fault = fault(body);
      String path = fault.path().text();
      assertThat(fault.code() + (path.isEmpty() ? "" : " at " + path)).isEqualTo(told);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Disposition: form-data; name=a\r\nContent-Transfer-Encoding: base64",
        "Content-Disposition: form-data; name=a\r\nContent-Transfer-Encoding: quoted-printable",
        "Content-Disposition: form-data; name=a\r\ncontent-disposition: form-data; name=b",
        "Content-Disposition: form-data; name=a\r\nContent-Type: a/b\r\nContent-Type: a/b",
        "Content-Disposition: form-data;\r\n name=a",
        "Content-Disposition: attachment; name=a",
        "Content-Disposition : form-data; name=a",
        "Content-Disposition: form-data; name=\"a\u0000\"",
        "Content-Disposition: form-data; name=\"a\rb\"",
        "Content-Disposition: form-data; name=\"a\nX: b\"",
        "Content-Disposition: form-data; name=\"\u00e9\"",
        "Content-Disposition: form-data; name=a\r\nno colon",
        "Content-Disposition: form-data; name=a\r\n: x",
        "Content-Type: text/plain",
        "X: y",
        "X"
      })
  void headersAreReadStrictly(String headers) throws BadInput {
    byte[] body = (TYPE + "--b\r\n" + headers + "\r\n\r\nx\r\n--b--\r\n").getBytes(ISO_8859_1);
    Multipart question = Multipart.of(body, "multipart/form-data; boundary=b");
    assertThat(question.tasktype()).isEqualTo("uri://a");
    assertThat(catchThrowableOfType(BadInput.class, () -> question.task(Keep.ALL)).code())
        .startsWith("multipart.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"binary", "8BIT", "7bit"})
  void contentThatIsSentAsItIsMayBeSaidToBe(String encoding) throws BadInput {
    String part =
        "--b\r\nX-Other: \u00e9\r\ncontent-transfer-encoding:"
            + encoding
            + "\r\nContent-Disposition:form-data;name=a;\r\n\r\nx\r\n";
    assertThat(question(TYPE + part).task(Keep.ALL).members()).isEqualTo(yaml("{a: x}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "name=tasktype | | | tasktype.empty",
        "name=tasktype | application/json | \"uri://b\" | uri://b",
        "name=tasktype | text/yaml | uri://b | uri://b",
        "name=tasktype; filename=x.txt | | uri://b | uri://b",
        "name=tasktype | application/json | [\"uri://b\"] | tasktype.not-a-text",
        "name=tasktype | application/json | null | tasktype.not-a-text",
        "name=tasktype | application/json | { | tasktype.unreadable",
        "name=tasktype | text/plain; charset=utf-16 | x | tasktype.unreadable",
        "name=tasktype[0] | | x | tasktype.not-a-text",
        "name=other | | x | tasktype.missing",
      })
  void aFaultOfTheTypeIsAboutTheType(
      String disposition, String mediaType, String content, String outcome) throws BadInput {
    Multipart question = question(part(disposition, mediaType, content == null ? "" : content));
    if (outcome.startsWith("uri")) {
      assertThat(question.tasktype()).isEqualTo(outcome);
      return;
    }
    BadInput fault = catchThrowableOfType(BadInput.class, question::tasktype);
    assertThat(fault.code()).isEqualTo(outcome);
  }

  @Test
  void theTypeMayNotComeTwice() throws BadInput {
    for (String more : List.of(TYPE, part("name=\"tasktype.x\"", "y"))) {
      assertThat(catchThrowableOfType(BadInput.class, question(TYPE + more)::tasktype).code())
          .isEqualTo("tasktype.twice");
    }
  }

  @Test
  void partsOfOneNameMakeAListIfTheyAreTexts() throws BadInput {
    String text = part("name=taskinfo.languages", "{md,r}");
    String more = part("name=taskinfo.languages", "python");
    String document = part("name=taskinfo.languages; filename=x.json", "[\"c\"]");
    String content = part("name=taskinfo.composefile; filename=x.yml", "services: {}");
    assertThat(question(TYPE + text + more).task(Keep.ALL).taskinfo())
        .contains(yaml("{languages: ['{md,r}', python]}"));
    assertThat(fault(TYPE + document + document).code()).isEqualTo("part.twice");
    assertThat(fault(TYPE + text + document).code()).isEqualTo("path.conflict");
    assertThat(fault(TYPE + document + text).code()).isEqualTo("path.conflict");
    assertThat(fault(TYPE + content + content).code()).isEqualTo("part.twice");
  }

  @Test
  void aTreeAndAMemberOfItMergeWhenDisjoint() throws BadInput {
    String tree = part("name=taskinfo; filename=t.yml", "a: 1\nb: {c: 2}");
    String image = part("name=taskinfo.image", "x");
    String deep = part("name=taskinfo.b.d", "y");
    for (String body : List.of(tree + image + deep, deep + image + tree)) {
      assertThat(question(TYPE + body).task(Keep.ALL).taskinfo())
          .contains(yaml("{a: 1, b: {c: 2, d: y}, image: x}"));
    }
    for (String clash : List.of("taskinfo.a", "taskinfo.b", "taskinfo.b.c", "taskinfo.a.x")) {
      assertThat(fault(TYPE + tree + part("name=" + clash, "z")).code()).isEqualTo("path.conflict");
      assertThat(fault(TYPE + part("name=" + clash, "z") + tree).code()).isEqualTo("path.conflict");
    }
    assertThat(fault(TYPE + tree + part("name=taskinfo", "z")).code()).isEqualTo("path.conflict");
    assertThat(fault(TYPE + tree + part("name=taskinfo; filename=u.yml", "z: 1")).code())
        .isEqualTo("part.twice");
    String list = part("name=data; filename=d.json", "[{\"datatype\": \"x\"}]");
    assertThat(fault(TYPE + list + part("name=data[1].datatype", "y")).code())
        .isEqualTo("path.conflict");
  }

  @Test
  void tagsOfContentAreItsKindsBusiness() throws BadInput {
    String part = part("name=taskinfo.composefile; filename=c.yml", "services: !override {}");
    Tree content = question(TYPE + part).task(Keep.ALL).taskinfo().orElseThrow();
    assertThat(content.get("composefile").orElseThrow().get("services").orElseThrow().tag())
        .isEqualTo("!override");
  }

  @Test
  void onlyWhatIsWorthKeepingOfADocumentIsBuilt() throws BadInput {
    String notebook = "{\"cells\": [], \"outputs\": [1, 2]}";
    Keep keep = Keep.allBut(Map.of("notebook", Keep.members(Map.of("cells", Keep.ALL))));
    for (String part :
        List.of(
            part("name=taskinfo.notebook; filename=x.ipynb", notebook),
            part("name=taskinfo; filename=x.json", "{\"notebook\": " + notebook + "}"))) {
      assertThat(question(TYPE + part).task(keep).taskinfo())
          .contains(yaml("{notebook: {cells: []}}"));
    }
  }

  @Test
  void bytesThatAreNoUtf8AreAFaultOfTheirPart() throws BadInput {
    byte[] body = (TYPE + part("name=a", "\u00e9") + "--b--").getBytes(ISO_8859_1);
    Multipart question = Multipart.of(body, "multipart/form-data; boundary=b");
    assertThat(question.tasktype()).isEqualTo("uri://a");
    assertThat(catchThrowableOfType(BadInput.class, () -> question.task(Keep.ALL)).code())
        .isEqualTo("multipart.encoding");
  }

  @Test
  void aFileMayBeginWithAByteOrderMark() throws BadInput {
    String body =
        part("name=tasktype; filename=t", "\uFEFFuri://a")
            + part("name=a; filename=x.json", "\uFEFF[]");
    assertThat(question(body).task(Keep.ALL))
        .isEqualTo(Task.read(yaml("{tasktype: uri://a, a: []}")));
  }

  @Test
  void theBudgetOfNodesIsOneForAllParts() throws BadInput {
    String many = "[" + "1,".repeat(29_999) + "1]";
    String one = part("name=a; filename=a.json", many);
    assertThat(question(TYPE + one).task(Keep.ALL).members().members()).hasSize(1);
    assertThat(fault(TYPE + one + one.replace("name=a;", "name=b;")).code())
        .isEqualTo("json.node-budget");
    String deep = part("name=a.b; filename=x.json", "[".repeat(63) + "]".repeat(63));
    assertThat(fault(TYPE + deep).code()).isEqualTo("json.depth-budget");
  }

  @Test
  void theFormatOfTheAnswerIsAPart() throws BadInput {
    String format = part("name=RESPONSEFORMAT", "yaml");
    assertThat(question(TYPE + format).responseFormat()).contains("yaml");
    assertThat(question(part("name=x", "y")).responseFormat()).isEmpty();
    assertThat(
            catchThrowableOfType(BadInput.class, question(format + format)::responseFormat).code())
        .isEqualTo("responseformat.twice");
  }

  private static String part(String disposition, String content) {
    return part(disposition, null, content);
  }

  private static String part(String disposition, @Nullable String mediaType, String content) {
    return "--b\r\nContent-Disposition: form-data; "
        + disposition
        + (mediaType == null ? "" : "\r\nContent-Type: " + mediaType)
        + "\r\n\r\n"
        + content
        + "\r\n";
  }

  private static Multipart question(String parts) throws BadInput {
    return read(parts + "--b--\r\n");
  }

  private static Multipart read(String body) throws BadInput {
    return Multipart.of(body.getBytes(UTF_8), "multipart/form-data; boundary=b");
  }

  private static BadInput fault(String parts) {
    return catchThrowableOfType(BadInput.class, () -> question(parts).task(Keep.ALL));
  }

  private static Tree yaml(String text) throws BadInput {
    return Formats.YAML.read(text.getBytes(UTF_8), Budget.SMALL, Keep.ALL);
  }
}
