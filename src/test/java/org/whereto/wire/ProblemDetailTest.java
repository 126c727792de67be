// SPDX-License-Identifier: Apache-2.0
package org.whereto.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.support.JsonSchemas;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Format;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Trees;
import org.whereto.tree.Xml;

final class ProblemDetailTest {

  private static final ProblemDetail PROBLEM =
      new ProblemDetail(
          "Bad Request",
          400,
          "\"taskinfo.image\" is empty: name an image.",
          "image.empty",
          "taskinfo.image");

  private static final Mapping EXACT = JsonSchemas.exact(Schemas.problem());

  private static String written(Format format) {
    return new String(PROBLEM.write(format), UTF_8);
  }

  @Test
  void jsonHasTheStatusAsANumber() {
    assertThat(written(Formats.JSON))
        .isEqualTo(
            """
            {
              "title": "Bad Request",
              "status": 400,
              "detail": "\\"taskinfo.image\\" is empty: name an image.",
              "code": "image.empty",
              "path": "taskinfo.image"
            }
            """);
  }

  @Test
  void yamlSaysTheSame() throws BadInput {
    assertThat(Formats.YAML.read(PROBLEM.write(Formats.YAML), Budget.SMALL, Keep.ALL))
        .isEqualTo(PROBLEM.tree());
  }

  /** RFC 9457, appendix B: the members of the standard first, no attributes on them. */
  @Test
  void xmlIsThatOfTheStandard() {
    assertThat(written(Formats.XML))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <problem xmlns="urn:ietf:rfc:7807">
              <title>Bad Request</title>
              <status>400</status>
              <detail>"taskinfo.image" is empty: name an image.</detail>
              <code>image.empty</code>
              <path>taskinfo.image</path>
            </problem>
            """);
  }

  @Test
  void whatIsNotSaidIsLeftOut() {
    ProblemDetail bare = new ProblemDetail("", 0, "", "a.b", "");
    assertThat(bare.tree()).isEqualTo(Tree.build().put("code", "a.b").done());
    assertThat(new String(bare.write(Formats.XML), UTF_8)).doesNotContain("status");
  }

  @Test
  void aDocumentThatSaysNothingOfAProblemIsNone() {
    assertThat(ProblemDetail.read(Tree.build().put("status", "404").put("title", " ").done()))
        .isEmpty();
    assertThat(ProblemDetail.read(Tree.text("Not Found"))).isEmpty();
  }

  @Test
  void aMemberThatIsNoTextSaysNothing() {
    Tree odd =
        Tree.build()
            .put("title", Tree.texts(List.of("a")))
            .put("detail", "b")
            .put("status", "499")
            .done();
    assertThat(ProblemDetail.read(odd)).contains(new ProblemDetail("", 499, "b", "", ""));
  }

  @Provide
  Arbitrary<ProblemDetail> problems() {
    Arbitrary<String> texts = Trees.texts();
    Arbitrary<String> codes = texts.filter(text -> !text.isBlank());
    return Combinators.combine(codes, texts.map(text -> "a" + text), codes, texts)
        .as((title, detail, code, path) -> new ProblemDetail(title, 400, detail, code, path));
  }

  @Property
  void whatIsWrittenIsReadBackAndFollowsTheSchema(@ForAll("problems") ProblemDetail problem)
      throws BadInput {
    for (Format format : Formats.ALL) {
      Format reader = format == Formats.XML ? new Xml("problem", ProblemDetail.NAMESPACE) : format;
      Tree read = reader.read(problem.write(format), Budget.SMALL, Keep.ALL);
      Tree tree = format == Formats.XML ? Trees.withoutForbidden(problem.tree()) : problem.tree();
      assertThat(ProblemDetail.read(read)).as(format.name()).isEqualTo(ProblemDetail.read(tree));
    }
    assertThat(ProblemDetail.read(problem.tree())).contains(problem);
    assertThat(JsonSchemas.faults(EXACT, problem.tree())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "4000", "40", "-40", "\u0664\u0660\u0660", "4e2", ""})
  void aStatusThatIsNoneIsPassedOver(String status) {
    Tree document = Tree.build().put("title", "x").put("status", status).done();
    assertThat(ProblemDetail.read(document)).contains(new ProblemDetail("x", 0, "", "", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{title: a, status: 400, detail: b}",
        "{title: a, status: '400', detail: b, code: c}",
        "{title: a, status: 200, detail: b, code: c}",
        "{title: a, status: 400, detail: [b], code: c}",
        "{title: a, status: 400, detail: b, code: c, path: [d]}",
        "{title: a, status: 400, detail: b, code: c, trace: d}"
      })
  void otherProblemsDoNotFollowTheSchema(String yaml) throws BadInput {
    Tree problem = Formats.YAML.read(yaml.getBytes(UTF_8), Budget.SMALL, Keep.ALL);
    assertThat(JsonSchemas.faults(EXACT, problem)).isNotEmpty();
  }
}
