// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

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
import org.whereto.task.Facts;
import org.whereto.task.Resources;
import org.whereto.task.Subject;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Problems;
import org.whereto.tree.Settings;
import org.whereto.tree.Tree;
import org.whereto.world.World;

class SchemaCheckTest {

  /** A Task's texts are read by the types that are declared, whatever quotes they have. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{type: integer}                     | 5        | OK",
        "{type: integer}                     | '5'      | OK",
        "{type: integer}                     | 5.0      | OK",
        "{type: integer}                     | 5.5      | REFUSED",
        "{type: integer}                     | five     | REFUSED",
        "{type: integer}                     | ''       | REFUSED",
        "{type: integer}                     | ~        | REFUSED",
        "{type: integer}                     | 1e400    | REFUSED",
        "{type: integer}                     | [5]      | REFUSED",
        "{type: number, multipleOf: 0.1}     | 0.3      | OK",
        "{type: number, multipleOf: 2}       | 9007199254740993 | REFUSED",
        "{type: integer, maximum: 9007199254740992}  | 9007199254740993 | REFUSED",
        "{type: integer, minimum: 9007199254740993}  | 9007199254740992 | REFUSED",
        "{type: integer, maximum: 9223372036854775807}  | 9223372036854775808 | REFUSED",
        "{type: [integer, number], minimum: 1}  | 0.5   | REFUSED",
        "{type: number, exclusiveMaximum: 0.3}  | 0.3   | REFUSED",
        "{type: number, exclusiveMaximum: 0.3}  | 0.29999999999999999999 | OK",
        "{minimum: 5}                        | '3'      | REFUSED",
        "{minimum: 5}                        | '7'      | OK",
        "{type: string}                      | 5        | OK",
        "{type: string}                      | ~        | REFUSED",
        "{type: string}                      | 'null'   | OK",
        "{type: [string, 'null']}            | ~        | OK",
        "{type: string, minLength: 2}        | 5        | REFUSED",
        "{type: string, pattern: '^[a-z]+$'} | abc      | OK",
        "{type: string, pattern: '^[a-z]+$'} | ab1      | REFUSED",
        "{type: string, pattern: '^[a-z]+$'} | \"ab\\n\"  | REFUSED",
        "{enum: [1, two, [3], {b: 4}]}       | two      | OK",
        "{enum: [1, two, [3], {b: 4}]}       | '{3}'    | OK",
        "{enum: [1, two, [3], {b: 4}]}       | {b: '4'} | OK",
        "{enum: [1, two, [3], {b: 4}]}       | 3        | REFUSED",
        "{type: boolean}                     | true     | OK",
        "{type: boolean}                     | 'true'   | OK",
        "{type: boolean}                     | yes      | REFUSED",
        "{enum: [1, two, '3']}               | '1'      | OK",
        "{enum: [1, two, '3']}               | 3        | OK",
        "{enum: [1, two, '3']}               | 2        | REFUSED",
        "{const: 1.10}                       | '1.1'    | OK",
        "{const: {a: 1}}                     | {a: '1'} | OK",
        "{const: [1, 2]}                     | ['1', 2] | OK",
        "{const: [1, 2]}                     | [1]      | REFUSED",
        "{type: array, items: {type: integer}} | '{1,2}' | OK",
        "{type: array, items: {type: integer}} | 1       | OK",
        "{type: array, items: {type: integer}} | ['1', '{2,3}'] | OK",
        "{type: array, items: {type: integer}} | '{1,x}' | REFUSED",
        "{type: array, maxItems: 2}          | '{1,2,3}' | REFUSED",
        "{type: array, minItems: 1}          | '{}'     | REFUSED",
        "{type: array, uniqueItems: true, items: {type: number}} | [1, 1.0] | REFUSED",
        "{items: {type: array, items: {type: integer}}} | ['{1,2}', [3]] | OK",
        "{prefixItems: [{type: integer}, {type: string}], items: false} | [1, 2] | OK",
        "{prefixItems: [{type: integer}], items: false} | [1, 2] | REFUSED",
        "{contains: {type: integer}}         | [x, '1'] | OK",
        "{contains: {type: integer}}         | [x, y]   | REFUSED",
        "{type: [string, array]}             | '{1,2}'  | OK",
        "{oneOf: [{type: integer}, {type: string}]} | '5' | OK",
        "{anyOf: [{type: integer, minimum: 9}, {type: string, pattern: '^x'}]} | 5 | REFUSED",
        "{not: {type: integer}}              | '5'      | REFUSED",
        "{not: {const: 5}}                   | '5.0'    | REFUSED",
        "{allOf: [{type: [string, number]}, {type: string}]} | 5 | OK",
        "{if: {const: 5}, then: false}       | '5'      | REFUSED",
        "{if: {const: 5}, then: false}       | '6'      | OK",
        "{format: date}                      | 2026-01-31  | OK",
        "{format: date}                      | 2026-02-31  | REFUSED",
        "{format: ipv4}                      | \"127.0.0.1\\n\"  | REFUSED",
        "false                               | 1        | REFUSED",
        "true                                | 1        | OK",
      })
  void aMemberIsReadByItsSchema(String schema, String value, Outcome outcome) throws BadInput {
    assertThat(outcomes("{properties: {a: " + schema + "}}", "{a: " + value + "}"))
        .containsOnly(outcome);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{required: [a]}                                      | {b: 1}         | REFUSED",
        "{properties: {a: true}, additionalProperties: false} | {b: 1}         | REFUSED",
        "{additionalProperties: {type: integer}}              | {b: '1'}       | OK",
        "{patternProperties: {'^b': {type: integer}}}         | {b: x}         | REFUSED",
        "{properties: {a: true}, unevaluatedProperties: false}| {b: 1}         | REFUSED",
        "{unevaluatedProperties: {type: integer}}             | {b: '1'}       | OK",
        "{propertyNames: {pattern: '^a'}}                     | {b: 1}         | REFUSED",
        "{dependentRequired: {a: [b]}}                        | {a: 1}         | REFUSED",
        "{dependentSchemas: {a: {properties: {b: {type: integer}}}}} | {a: 1, b: x} | REFUSED",
        "{maxProperties: 1}                                   | {a: 1, b: 2}   | REFUSED",
        "{type: array}                                        | {a: 1}         | REFUSED",
        "{$ref: '#/$defs/x', $defs: {x: {required: [a]}}}     | {b: 1}         | REFUSED",
        "{$ref: '#x', $defs: {y: {$anchor: x, required: [a]}}}| {b: 1}         | REFUSED",
        "{$ref: '#/$defs/a%20b', $defs: {a b: {required: [a]}}} | {b: 1}       | REFUSED",
        "{properties: {a: {$ref: '#'}, n: {type: integer}}}   | {a: {a: {n: x}}} | REFUSED",
        "{properties: {a: {$ref: '#'}, n: {type: integer}}}   | {a: {a: {n: '1'}}} | OK",
        "{$schema: 'http://json-schema.org/draft-07/schema#', items: [{type: integer}],"
            + " additionalItems: false} | [1, 2] | REFUSED",
        "{$schema: 'http://json-schema.org/draft-07/schema#', dependencies: {a: [b]}} | {a: 1} |"
            + " REFUSED",
        "{$schema: 'http://json-schema.org/draft-07/schema#', $ref: '#/definitions/x', definitions:"
            + " {x: {required: [a]}}} | {b: 1} | REFUSED",
        "{$schema: 'http://json-schema.org/draft-07/schema#', $ref: '#/definitions/x', definitions:"
            + " {x: {required: [a]}}} | {a: 1} | OK",
      })
  void theTaskinfoIsReadByTheSchema(String schema, String taskinfo, Outcome outcome)
      throws BadInput {
    assertThat(outcomes(schema, taskinfo)).containsOnly(outcome);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{a: {minimun: 5}}        | 1:19 | \"minimun\" is no keyword that is checked here. Did you"
            + " mean \"minimum\"?",
        "{a: {type: int}}         | 1:25 | \"type\" is one of string, integer",
        "{a: {minimum: few}}      | 1:28 | \"minimum\" is a number.",
        "{a: {multipleOf: 0}}     | 1:31 | \"multipleOf\" is a number above 0.",
        "{a: {minLength: -1}}     | 1:30 | whole number",
        "{a: {pattern: '(?=a)'}}  | 1:28 | no regular expression that takes linear time",
        "{a: {pattern: '((a{100}){100}){100}'}} | 1:28 | repeats too much",
        "{a: {patternProperties: {'(': true}}}  | 1:39 | no regular expression",
        "{a: {$ref: 'https://example.org/x.json'}} | 1:25 | not within this schema, and nothing is"
            + " fetched",
        "{a: {$ref: 'file:///etc/passwd'}} | 1:25 | nothing is fetched",
        "{a: {$ref: '#/properties/b'}}  | 1:25 | There is no schema at",
        "{a: {$ref: '#/properties/a'}}  | 1:25 | leads back to here",
        "{a: {anyOf: [{$ref: '#/properties/a'}]}} | 1:34 | leads back to here",
        "{a: {format: colour}}     | 1:27 | \"format\" is one of",
        "{a: {required: a}}        | 1:29 | is a list of names",
        "{a: {allOf: []}}          | 1:26 | is a list of schemas",
        "{a: [1]}                  | 1:18 | A schema is a mapping",
        "{a: {$id: 'x'}}           | 1:19 | only at the top",
        "{a: {enum: x}}            | 1:25 | is a list of the values",
        "{a: {$dynamicRef: '#x'}}  | 1:19 | is no keyword",
      })
  void whatIsWrongWithASchemaIsAFaultWithItsPlace(String properties, String place, String told)
      throws BadInput {
    Problems problems = read("{properties: " + properties + "}");
    assertThat(problems.all())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.sentence()).contains(told);
          assertThat(problem.place()).hasToString(place.strip());
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{$schema: 'https://json-schema.org/draft/2019-09/schema'} | must be",
        "{$schema: 'http://json-schema.org/draft-07/schema#', $ref: '#/definitions/a', minimum: 1,"
            + " definitions: {a: {type: integer}}} | counts for nothing",
        "{$schema: 'http://json-schema.org/draft-07/schema#', $defs: {a: true}} | no keyword",
        "{} | says nothing",
      })
  void aSchemaThatCannotBeMeantIsAFault(String schema, String told) throws BadInput {
    assertThat(read(schema).all())
        .singleElement()
        .satisfies(problem -> assertThat(problem.sentence()).contains(told));
  }

  @Test
  void everythingThatIsWrongIsToldAtOnceInPlainSentences() throws BadInput {
    String schema =
        """
        required: [site]
        additionalProperties: false
        properties:
          nodes: {type: integer, minimum: 1, maximum: 16}
          queue: {enum: [short, long]}
          when: {format: date}
          files: {type: array, items: {type: object, required: [name]}}
          size: {anyOf: [{type: integer}, {enum: [S, M]}]}
        """;
    String taskinfo =
        "{nodes: 20, queue: middle, when: soon, files: [{name: a}, {nam: b}], size: X, who: me}";
    List<Finding> found = look(schema, taskinfo);
    assertThat(found)
        .extracting(finding -> finding.says().map(Reason::text).orElse(""))
        .containsExactlyInAnyOrder(
            "taskinfo.site is missing.",
            "taskinfo.nodes is \"20\"; it must be at most 16.",
            "taskinfo.queue is \"middle\"; it must be one of short, long.",
            "taskinfo.when is \"soon\"; it must be a date like 2026-01-31.",
            "taskinfo.files[1].name is missing.",
            "taskinfo.size fits none of what is allowed here: taskinfo.size is \"X\"; it must be a"
                + " whole number. Or: taskinfo.size is \"X\"; it must be one of S, M.",
            "taskinfo.who is none of the members that are allowed here.");
    assertThat(found)
        .allSatisfy(finding -> {
          assertThat(finding.outcome()).isEqualTo(Outcome.REFUSED);
          assertThat(finding.says().orElseThrow().code()).isEqualTo("schema.not-valid");
          assertThat(finding.says().orElseThrow().permanence()).contains(Permanence.NEVER);
        });
    Reason nodes =
        found.stream()
            .filter(it -> it.path().endsWith("nodes"))
            .findFirst()
            .orElseThrow()
            .says()
            .orElseThrow();
    assertThat(nodes.asked()).isEqualTo("20");
    assertThat(nodes.limit()).isEqualTo("at most 16");
  }

  @Test
  void ofManyFaultsTheFirstAreToldAndTheOthersCounted() throws BadInput {
    String list = "[" + "x, ".repeat(99) + "x]";
    List<Finding> found = look("{properties: {a: {items: {type: integer}}}}", "{a: " + list + "}");
    assertThat(found).hasSize(21);
    assertThat(found.getLast().says().orElseThrow().text()).contains("80 more");
  }

  @Test
  void withoutATaskinfoTheQuestionIsAGeneralOne() throws BadInput {
    Findings findings = new Findings("schema");
    check("{type: object}").look(asked(Task.of("uri://mine"), Set.of()), World.CLOSED, findings);
    assertThat(findings.all()).extracting(Finding::outcome).containsExactly(Outcome.NOT_GIVEN);
  }

  @Test
  void documentsAreNotLookedInto() throws BadInput {
    Check check = check("{additionalProperties: false, properties: {a: true}}");
    Findings findings = new Findings("schema");
    Task task = Task.of("uri://mine", yaml("{a: 1, notebook: {cells: []}}"));
    check.look(asked(task, Set.of("notebook")), World.CLOSED, findings);
    assertThat(findings.all()).extracting(Finding::outcome).containsExactly(Outcome.OK);
  }

  /** Two ways at each level, and all of them wrong at the bottom: 2^60 tries. */
  @Test
  void whatWouldTakeForeverCannotBeTold() throws BadInput {
    String schema =
        "{properties: {a: {anyOf: [{$ref: '#'}, {$ref: '#/$defs/b'}]}}, $defs: {b: {allOf: [{$ref:"
            + " '#'}]}}, not: {properties: {n: {type: integer}}, required: [n]}}";
    String taskinfo = "{a: ".repeat(60) + "{n: 1}" + "}".repeat(60);
    assertThat(outcomes(schema, taskinfo)).containsExactly(Outcome.CANNOT_TELL);
  }

  @Test
  void aSlowExpressionOnALongTextCannotBeTold() throws BadInput {
    String schema = "{properties: {a: {type: string, pattern: '(x+x+){200}y'}}}";
    assertThat(outcomes(schema, "{a: " + "x".repeat(200_000) + "}"))
        .containsExactly(Outcome.CANNOT_TELL);
  }

  private static List<Outcome> outcomes(String schema, String taskinfo) throws BadInput {
    return look(schema, taskinfo).stream().map(Finding::outcome).toList();
  }

  private static List<Finding> look(String schema, String taskinfo) throws BadInput {
    Findings findings = new Findings("schema");
    Task task = Task.of("uri://mine", yaml(taskinfo));
    check(schema).look(asked(task, Set.of()), World.CLOSED, findings);
    return findings.all();
  }

  private static Asked asked(Task task, Set<String> contents) {
    return new Asked(
        task,
        Facts.about(new Subject.Given()),
        Resources.NONE,
        List.of(),
        Caller.ANONYMOUS,
        contents);
  }

  private static Check check(String schema) throws BadInput {
    Problems problems = new Problems();
    Check check = Settings.read(yaml(schema), problems, SchemaCheck.TYPE.read());
    assertThat(problems.all()).isEmpty();
    return check;
  }

  private static Problems read(String schema) throws BadInput {
    Problems problems = new Problems();
    var _ = Settings.read(yaml(schema), problems, SchemaCheck.TYPE.read());
    return problems;
  }

  private static Tree yaml(String text) throws BadInput {
    return Formats.YAML.read(text.getBytes(UTF_8), Budget.SMALL, Keep.ALL);
  }
}
