// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.whereto.answer.Answer;
import org.whereto.config.PlatformFile;
import org.whereto.config.PlatformFile.Checked;
import org.whereto.decide.Decision;
import org.whereto.decide.Planner;
import org.whereto.platform.Mounts;
import org.whereto.platform.Platform;
import org.whereto.platform.Serving;
import org.whereto.task.Caller;
import org.whereto.task.Question;
import org.whereto.tree.BadInput;
import org.whereto.world.World;

/** Requests that were dealt with, as an exchange would tell of them. */
final class Sample {

  static final Instant AT = Instant.parse("2026-03-01T02:03:04.567891Z");

  static final String FILE =
      """
      whereto: 1
      tasktypes:
        uri://own: {kind: zeppelin-notebook, same-as: ["uri://synonym"]}
      interfaces: {a: {servicetype: uri://a}}
      accepts:
        - {tasktype: uri://own, on: [a], if: {languages: [md, python]}}
        - {tasktype: uri://docker-container, on: [a], if: {image: ["example/*"]}}
        - {tasktype: uri://docker-compose, on: [a], if: {image: ["example/*"]}}
      """;

  static final Platform PLATFORM = platform(FILE);

  private Sample() {}

  static Platform platform(String file) {
    return switch (PlatformFile.read("sample", file.getBytes(UTF_8))) {
      case Checked.Good good -> good.platform();
      case Checked.Faulty(var problems) -> throw new IllegalArgumentException(problems.toString());
    };
  }

  static Serving serving(Platform platform) {
    return new Serving(platform, World.CLOSED, AT, Optional.empty());
  }

  /** The sample platform below this name, alone. */
  static Mounts mounts(String name) {
    return new Mounts(Map.of(name, serving(PLATFORM)), Map.of());
  }

  /** A request to the sample platform, answered or refused. */
  static Served asked(String target, Question question) {
    try {
      Decision decision = Planner.decide(question, Caller.ANONYMOUS, PLATFORM, World.CLOSED);
      return answered(target, "sample", decision, decision.answer());
    } catch (BadInput fault) {
      return refused(target, Optional.of("sample"), 400, fault.code());
    }
  }

  static Served answered(String target, String platform, Decision decision, Answer answer) {
    return new Served(
        AT,
        Duration.ofNanos(1_234_567),
        "GET",
        target,
        Optional.of(platform),
        Optional.of(decision),
        Optional.of(answer),
        200,
        "",
        0,
        175,
        Caller.ANONYMOUS);
  }

  static Served refused(String target, Optional<String> platform, int status, String problem) {
    return new Served(
        AT,
        Duration.ofNanos(1_234_567),
        "GET",
        target,
        platform,
        Optional.empty(),
        Optional.empty(),
        status,
        problem,
        0,
        99,
        Caller.ANONYMOUS);
  }

  static String line(Served served) {
    StringBuilder line = new StringBuilder();
    LogEntry.of(served, "").line(line, 0);
    return line.toString();
  }
}
