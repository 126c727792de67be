// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whereto.systems.Outside;
import org.whereto.task.Amount.Measure;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Problems;
import org.whereto.tree.Problems.Problem;
import org.whereto.tree.Settings;

/** The key available of an owner's file. */
class SourceSettingsTest {

  private static final String SLURM = "slurm: {endpoint: 'http://slurm.example.org', partition: p}";
  private static final String FILE = "file: {path: /run/free.json, amounts: {cores: /free}}";

  private final Problems problems = new Problems();
  private Map<String, Measure> measures =
      Written.measures(Map.of("scratch", Measure.BYTES, "wait", Measure.TIME));

  private Outside read(String available) throws BadInput {
    return Settings.read(
        Formats.YAML.read(("available: " + available).getBytes(UTF_8), Budget.OWNER, Keep.ALL),
        problems,
        in -> Outside.read(in, measures));
  }

  private SourceSettings one(String source) throws BadInput {
    SourceSettings read = read("{a: {" + source + "}}").available().get("a");
    assertThat(problems.all()).isEmpty();
    return read;
  }

  @Test
  void whatIsLeftOutIsAsTheDocumentsSay() throws BadInput {
    SourceSettings source = one(FILE);
    assertThat(source.every()).isEqualTo(Duration.ofSeconds(30));
    assertThat(source.late()).isEqualTo(Duration.ofMinutes(1));
    assertThat(source.stale()).isEqualTo(Duration.ofMinutes(5));
    assertThat(source.time()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void whatIsSaidCounts() throws BadInput {
    SourceSettings source = one(FILE + ", every: 1m, late: 3m, stale: 1h, time: 2s");
    assertThat(source.every()).isEqualTo(Duration.ofMinutes(1));
    assertThat(source.late()).isEqualTo(Duration.ofMinutes(3));
    assertThat(source.stale()).isEqualTo(Duration.ofHours(1));
    assertThat(source.time()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void aReadingIsNeverStaleBeforeItIsLate() throws BadInput {
    assertThat(one(FILE + ", every: 1m, stale: 90s").late()).isEqualTo(Duration.ofSeconds(90));
  }

  @Test
  void everySourceTellsItsDimensions() throws BadInput {
    Outside outside = read("{batch: {" + SLURM + "}, disk: {" + FILE + "}}");
    assertThat(problems.all()).isEmpty();
    assertThat(outside.available()).containsOnlyKeys("batch", "disk");
    assertThat(outside.dimensions("batch"))
        .containsExactlyInAnyOrder("cores", "memory", "duration", "gpus");
    assertThat(outside.dimensions("disk")).containsExactly("cores");
    assertThat(outside.dimensions("other")).isEmpty();
  }

  @Test
  void whoeverSaysTheSameHasTheSameSource() throws BadInput {
    assertThat(one(FILE)).isEqualTo(one(FILE + ", every: 30s"));
    assertThat(one(FILE)).isNotEqualTo(one(FILE + ", every: 31s"));
    assertThat(one(FILE)).isNotEqualTo(one(FILE.replace("/free}", "{at: /free, most: /all}}")));
    assertThat(one(SLURM)).isEqualTo(one(SLURM));
    assertThat(one(SLURM)).isNotEqualTo(one(SLURM.replace(": p}", ": q}")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {a: {every: 1m}}                                           | one of these: slurm, json, file
          {a: {file: {path: /f, amounts: {cores: /c}}, slurm: {endpoint: 'http://s', partition: p}}} | one of these
          {a: {file: {path: free.json, amounts: {cores: /c}}}}       | whole path
          {a: {file: {path: /f, amounts: {}}}}                       | "amounts" is empty
          {a: {file: {path: /f}}}                                    | "amounts" is missing
          {a: {file: {amounts: {cores: /c}}}}                        | "path" is missing
          {a: {file: {path: /f, amounts: {cores: c}}}}               | begin with a slash
          {a: {file: {path: /f, amounts: {cores: /a~2b}}}}           | ~0 for a tilde
          {a: {file: {path: /f, amounts: {memory: {unit: M}}}}}      | "at" is missing
          {a: {file: {path: /f, amounts: {memory: {at: /m, unit: Mb}}}}}  | must be one of
          {a: {file: {path: /f, amounts: {cores: {at: /m, unit: M}}}}}    | no unit of cores
          {a: {file: {path: /f, amounts: {memory: {at: /m, unit: s}}}}}   | no unit of memory
          {a: {file: {path: /f, amounts: {duration: {at: /m, unit: Mi}}}}} | no unit of duration
          {a: {file: {path: /f, amounts: {gpus: {at: /m, unit: G}}}}}     | no unit of gpus: leave it out, or say "measure: bytes"
          {a: {file: {path: /f, amounts: {gpus: {at: /m, unit: h}}}}}     | no unit of gpus: leave it out, or say "measure: time"
          {a: {file: {path: /f, amounts: {Scratch: {at: /m, unit: s}}}}}  | no unit of scratch: take another one
          {a: {file: {path: /f, amounts: {fast: {at: /m, unit: B}}}}}     | no unit of fast
          {a: {file: {path: /f, amounts: {cores: /c}}, every: 0.5s}} | from 1s to 1d
          {a: {file: {path: /f, amounts: {cores: /c}}, every: 2m, stale: 1m}} | shorter than "every"
          {a: {file: {path: /f, amounts: {cores: /c}}, late: 9m, stale: 8m}}  | longer than "stale"
          {a: {file: {path: /f, amounts: {cores: /c}}, stail: 8m}}   | Did you mean "stale"
          {a: {json: {url: 'ftp://x/', amounts: {cores: /c}}}}       | begin with http
          {a: {json: {url: 'http://me:pw@x/', amounts: {cores: /c}}}} | user name or a password
          {a: {json: {amounts: {cores: /c}}}}                        | "url" is missing
          {a: {slurm: {endpoint: 'http://s', token-file: t, partition: p}}} | whole path
          {a: {slurm: {endpoint: 'http://s?x=1', partition: p}}}     | must not have a query
          {a: {slurm: {endpoint: 'http://s', partition: p, user: "a b"}}}   | no name of a user
          {a: {slurm: {endpoint: 'http://s'}}}                       | "partition" is missing
          [a]                                                        | mapping of names
          """)
  void whatMakesNoSenseIsAFault(String available, String told) throws BadInput {
    read(available);

    assertThat(problems.all())
        .singleElement()
        .extracting(Problem::sentence)
        .asString()
        .contains(told);
  }

  @Test
  void whatSlurmCountsIsMeasuredInNothingElse() throws BadInput {
    measures = Map.of("gpus", Measure.BYTES);
    read("{a: {" + SLURM + "}}");
    assertThat(problems.all())
        .singleElement()
        .extracting(Problem::sentence)
        .asString()
        .contains("Slurm counts gpus");
  }

  @Test
  void aSourceWhoseAmountsAreMeasuredInAnotherWayIsAnotherOne() throws BadInput {
    String disk = "file: {path: /f, amounts: {fast: /free}}";
    SourceSettings number = one(disk);
    measures = Map.of("fast", Measure.BYTES);
    assertThat(one(disk)).isNotEqualTo(number);
  }

  /** So that what refers to it is not called a fault as well. */
  @Test
  void aSourceWithAFaultKeepsItsName() throws BadInput {
    assertThat(read("{a: {file: {path: f, amounts: {cores: /c}}}}").available())
        .containsOnlyKeys("a");
    assertThat(problems.all()).hasSize(1);
  }
}
