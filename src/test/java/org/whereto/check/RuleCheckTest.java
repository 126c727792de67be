// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whereto.answer.Finding;
import org.whereto.answer.Finding.Outcome;
import org.whereto.answer.Permanence;
import org.whereto.answer.Reason;
import org.whereto.task.Caller;
import org.whereto.task.Fact;
import org.whereto.task.Facts;
import org.whereto.task.ImageReference;
import org.whereto.task.ImageUse;
import org.whereto.task.Languages;
import org.whereto.task.Languages.Evidence;
import org.whereto.task.Languages.Language;
import org.whereto.task.Languages.Role;
import org.whereto.task.Subject;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Path;
import org.whereto.world.World;

class RuleCheckTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "n <= 5                 | {n: 5}          | OK",
        "n <= 5                 | {n: '5'}        | OK",
        "n <= 5                 | {n: 5.0}        | OK",
        "n <= 5                 | {n: 6}          | REFUSED",
        "n <= 5                 | {m: 6}          | NOT_GIVEN",
        "n * n <= 25            | {n: 999999999999} | CANNOT_TELL",
        "n + 9223372036854775807 > 0 | {n: 1}     | CANNOT_TELL",
        "10 / n > 2             | {n: 0}          | CANNOT_TELL",
        "10 / n > 2             | {n: 3}          | OK",
        "10 % n == 1            | {n: 3}          | OK",
        "-n == 3                | {n: -3}         | OK",
        "x <= 0.3               | {x: 0.3}        | OK",
        "x <= 0.3               | {x: '0.30'}     | OK",
        "x == 0.3               | {x: 3e-1}       | OK",
        "x <= 0.3               | {x: 0.30000001} | REFUSED",
        "x <= 0.3               | {x: 0.3000000000000000000001} | CANNOT_TELL",
        "x < 9007199254740992.0 | {x: 9007199254740993} | CANNOT_TELL",
        "x >= 9007199254740992.0 | {x: 9007199254740992} | OK",
        "x < 1e300              | {x: 1e99}       | OK",
        "s == 'roe'             | {s: roe}        | OK",
        "s == '5'               | {s: 5}          | OK",
        "s in ['a', 'b']        | {s: c}          | REFUSED",
        "s.matches('^eu-')      | {s: eu-west}    | OK",
        "s.startsWith('eu-') && s.endsWith('t') | {s: eu-west} | OK",
        "s.size() == 2          | {s: '😀😀'}     | OK",
        "f                      | {f: 'true'}     | OK",
        "f ? n > 1 : n > 2      | {f: false, n: 2} | REFUSED",
        "l.all(e, e in ['a', 'b'])  | {l: '{a,b}'} | OK",
        "l.all(e, e in ['a', 'b'])  | {l: [a, '{b,c}']} | REFUSED",
        "l.exists(e, e == 'a')  | {l: a}          | OK",
        "l.exists_one(e, e == 'a') | {l: [a, a]}  | REFUSED",
        "l.filter(e, e.startsWith('z')).size() == 1 | {l: [za, b]} | OK",
        "i.map(e, e * 2) == [2, 4] | {i: '{1,2}'} | OK",
        "i.map(e, e > 1, e * 2) == [4] | {i: [1, '2']} | OK",
        "size(l) == 0           | {l: []}         | OK",
        "l == []                | {l: '{}'}       | OK",
        "l[0] == 'a'            | {l: []}         | CANNOT_TELL",
        "caller_is_anonymous    | {}              | OK",
        "caller_is_anonymous && n > 1 | {n: 2}    | OK",
        "sites(s)               | {s: roe}        | OK",
        "sites(s)               | {s: Roe}        | REFUSED",
        "l.all(e, sites(e))     | {l: '{roe,inaf}'} | OK",
      })
  void aRuleSaysYesOnlyWhereItHolds(String that, String taskinfo, Outcome outcome) throws BadInput {
    assertThat(look(Rules.rule(that), taskinfo, Facts.about(new Subject.Given())))
        .extracting(Finding::outcome)
        .containsExactly(outcome);
  }

  @Test
  void aBrokenPartCountsWhereNoOtherDecides() throws BadInput {
    Facts facts = Facts.about(new Subject.Given());
    assertThat(look(Rules.rule("n > 1 || 1 / n > 5"), "{n: 0}", facts))
        .extracting(Finding::outcome)
        .containsExactly(Outcome.CANNOT_TELL);
    assertThat(look(Rules.rule("n < 1 || 1 / n > 5"), "{n: 0}", facts))
        .extracting(Finding::outcome)
        .containsExactly(Outcome.OK);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{n: five}",
        "{n: 5.5}",
        "{n: 1e400}",
        "{n: 9223372036854775808}",
        "{n: ~}",
        "{n: ''}",
        "{n: [5]}",
        "{n: {a: 5}}",
        "{n: '{5}'}",
        "{n: 0x5}",
        "{n: ' 5'}",
      })
  void whatIsNotOfItsSortIsBadInput(String taskinfo) {
    assertThatThrownBy(() -> look(Rules.rule("n < 9"), taskinfo, Facts.about(new Subject.Given())))
        .isInstanceOfSatisfying(
            BadInput.class,
            fault -> {
              assertThat(fault.code()).isEqualTo("rule.wrong-type");
              assertThat(fault.path().text()).isEqualTo("taskinfo.n");
              assertThat(fault.sentence()).contains("a whole number");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x < 9.0 | {x: 1e400}",
        "x < 9.0 | {x: NaN}",
        "s == 'a' | {s: ''}",
        "f | {f: yes}",
        "l == [] | {l: {a: 1}}",
        "l == [] | {l: [[a]]}",
        "i == [] | {i: '{1,}'}"
      })
  void noSortTakesWhatItCannotHold(String that, String taskinfo) {
    assertThatThrownBy(() -> look(Rules.rule(that), taskinfo, Facts.about(new Subject.Given())))
        .isInstanceOf(BadInput.class);
  }

  @Test
  void theReasonIsTheOwnersWithTheValuesThatDecided() throws BadInput {
    String settings =
        """
        variables:
          nodes: int
          hours: {from: taskinfo.walltime.hours, type: int}
        holds:
          - that: nodes * hours <= 1000
            else: A night has 1000 node hours.
            code: too-long
          - that: nodes < 100
            else: We have 99 nodes.
        """;
    List<Finding> found =
        look(settings, "{nodes: 101, walltime: {hours: 10}}", Facts.about(new Subject.Given()));
    assertThat(found)
        .extracting(finding -> finding.says().orElseThrow())
        .containsExactly(
            Reason.of("rule.not-met.too-long", "", "A night has 1000 node hours.")
                .comparing("nodes = 101, hours = 10", "nodes * hours <= 1000")
                .lasting(Permanence.NEVER),
            Reason.of("rule.not-met", "taskinfo.nodes", "We have 99 nodes.")
                .comparing("nodes = 101", "nodes < 100")
                .lasting(Permanence.NEVER));
    assertThat(Rules.check(settings).reads())
        .extracting(Path::text)
        .containsExactly("taskinfo.nodes", "taskinfo.walltime.hours");
    assertThat(Rules.check(settings).demands())
        .containsExactly("nodes * hours <= 1000", "nodes < 100");
  }

  @Test
  void factsAreThereWhereARuleNamesThem() throws BadInput {
    String settings = "holds: [{that: languages.size() <= 1 || size(images) == 1, else: No.}]";
    assertThat(Rules.check(settings).needs()).isEqualTo(Set.of(Fact.LANGUAGES, Fact.IMAGES));
    assertThat(Rules.check(settings).leaves()).as("the machine of an image").contains("platform");

    Facts facts =
        Facts.about(new Subject.Given())
            .with(languages(language("python", Role.KERNEL), language("md", Role.DISPLAY)))
            .withImages(List.of(image("example/a"), image("example/b")));
    assertThat(look(settings, "{}", facts))
        .extracting(Finding::outcome)
        .containsExactly(Outcome.OK);
    assertThat(
            look(
                "holds: [{that: \"images.all(i, i.startsWith('docker.io/example/'))\", else: No.}]",
                "{}",
                facts))
        .extracting(Finding::outcome)
        .containsExactly(Outcome.OK);
  }

  @Test
  void anImageOrLanguageThatCannotBeToldLeavesTheRuleOpen() throws BadInput {
    Facts facts =
        Facts.about(new Subject.Given())
            .with(new Languages(List.of(), "cell", "Nobody knows.", Path.ROOT))
            .withImages(List.of(ImageUse.unclear(Path.ROOT, "$X", "Who knows.")));
    assertThat(look("holds: [{that: \"languages == []\", else: No.}]", "{}", facts))
        .extracting(Finding::outcome)
        .containsExactly(Outcome.NOT_GIVEN);
    assertThat(look("holds: [{that: \"images == []\", else: No.}]", "{}", facts))
        .extracting(Finding::outcome)
        .containsExactly(Outcome.CANNOT_TELL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "l.all(a, l.all(b, l.all(c, a + b + c != 'z')))",
        "l.exists(a, l.exists(b, l.exists(c, a + b + c == 'z')))",
        "l.exists(a, l.exists(b, a + b == 'z')) || true",
        "l.map(a, l.map(b, l.map(c, a + b + c))).size() > 0",
        "l.all(a, a in l && a in l && a in l)",
      })
  void whatTakesTooLongCannotBeTold(String that) throws BadInput {
    String list = "[" + "abcdefgh, ".repeat(998) + "x]";
    assertThat(look(Rules.rule(that), "{l: " + list + "}", Facts.about(new Subject.Given())))
        .extracting(Finding::outcome)
        .containsExactly(Outcome.CANNOT_TELL);
  }

  @Test
  void longListsAndTextsCannotBeTold() throws BadInput {
    Facts facts = Facts.about(new Subject.Given());
    String list = "[" + "a, ".repeat(1000) + "a]";
    assertThat(look(Rules.rule("size(l) > 0"), "{l: " + list + "}", facts))
        .extracting(Finding::outcome)
        .containsExactly(Outcome.CANNOT_TELL);
    assertThat(look(Rules.rule("size(s) > 0"), "{s: " + "a".repeat(4001) + "}", facts))
        .extracting(Finding::outcome)
        .containsExactly(Outcome.CANNOT_TELL);
    assertThat(look(Rules.rule("size(s) > 0"), "{s: " + "a".repeat(4000) + "}", facts))
        .extracting(Finding::outcome)
        .containsExactly(Outcome.OK);
  }

  private static Languages languages(Language... used) {
    return new Languages(List.of(used), "cell", "", Path.ROOT);
  }

  private static Language language(String name, Role role) {
    return new Language(name, role, Path.ROOT, List.of(new Evidence("test", List.of())));
  }

  private static ImageUse image(String text) throws BadInput {
    return ImageUse.of(Path.ROOT, text, ImageReference.parse(text));
  }

  private static List<Finding> look(String settings, String taskinfo, Facts facts) throws BadInput {
    Findings findings = new Findings("rule");
    Task task = Task.of("uri://mine", Rules.yaml(taskinfo));
    Rules.check(settings).look(new Asked(task, facts, Caller.ANONYMOUS), World.CLOSED, findings);
    return findings.all();
  }
}
