// SPDX-License-Identifier: Apache-2.0
package org.whereto.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whereto.oracle.Images.Image;
import org.whereto.oracle.Images.Use;

/** Dockerfiles of one stage or two, with the images that they build on. */
final class Dockerfiles {

  private static final String READER = "docker/dockerfile:1";

  private final Dice dice;
  private final String path;
  private final StringBuilder text = new StringBuilder();
  private final List<Use> uses = new ArrayList<>();

  private Dockerfiles(Dice dice, String path) {
    this.dice = dice;
    this.path = path;
  }

  /** Its text; what it builds on goes to the images of the Task. */
  static String write(Dice dice, Truth truth, String path) {
    Dockerfiles made = new Dockerfiles(dice, path);
    made.whole();
    truth.images().addAll(made.uses);
    return made.text.toString();
  }

  private void unclear(String written) {
    uses.add(new Use(path, written, Optional.empty()));
  }

  private Use good() {
    return Images.good(dice, path);
  }

  private void whole() {
    reader();
    text.append("ARG TAG=1.0\nARG NONE\n");
    boolean two = dice.chance(40);
    int first = from(two ? " AS build" : "");
    text.append("RUN make\n");
    int last = two ? second(first) : first;
    if (dice.chance(30)) {
      String user = dice.of("1000", "0", "root", "app");
      text.append("USER ").append(user).append('\n');
      if (last >= 0 && uses.get(last).image().isPresent()) {
        uses.set(last, uses.get(last).as(user));
      }
    }
  }

  /** The program that is to read it: any but the usual one makes of the rest what it likes. */
  private void reader() {
    if (dice.chance(85)) {
      return;
    }
    boolean usual = dice.chance(70);
    Use use =
        usual
            ? new Use(path, READER, Optional.of(new Image("docker.io/docker/dockerfile", "1", "")))
            : good();
    text.append("# syntax=").append(use.written()).append('\n');
    uses.add(use);
    if (!usual) {
      unclear(use.written());
    }
  }

  /** Another stage, and what it takes from elsewhere; which of the images it builds on. */
  private int second(int first) {
    int last = first;
    switch (dice.below(8)) {
      case 0, 1 -> text.append("FROM build\n");
      case 2 -> {
        text.append("FROM scratch\n");
        last = -1;
      }
      default -> last = from("");
    }
    switch (dice.below(6)) {
      case 0 -> {
        Use use = good();
        text.append("COPY --from=").append(use.written()).append(" /a /b\n");
        uses.add(use);
      }
      case 1 -> {
        Use use = good();
        text.append("RUN --mount=type=bind,from=").append(use.written()).append(",target=/a ls\n");
        uses.add(use);
      }
      case 2 -> {
        text.append("COPY --from=7 /a /b\n");
        unclear("7");
      }
      case 3 -> text.append("COPY --from=0 /a /b\n");
      default -> text.append("COPY --from=build /a /b\n");
    }
    if (last < 0) {
      unclear("scratch");
    }
    return last;
  }

  /** Which of the images it is. */
  private int from(String called) {
    int at = uses.size();
    switch (dice.below(12)) {
      case 0 -> {
        text.append("FROM ${NONE}");
        unclear("${NONE}");
      }
      case 1 -> {
        String written = dice.of("example/app:${TAG}", "example/app:$TAG");
        text.append("FROM ").append(written);
        uses.add(
            new Use(path, written, Optional.of(new Image("docker.io/example/app", "1.0", ""))));
      }
      case 2 -> {
        String spelling = dice.of(Contents.SPELLINGS.keySet().stream().sorted().toList());
        Use use = good();
        text.append("FROM --platform=").append(spelling).append(' ').append(use.written());
        uses.add(use.on(Contents.SPELLINGS.get(spelling)));
      }
      default -> {
        Use use = good();
        text.append("FROM ").append(use.written());
        uses.add(use);
      }
    }
    text.append(called).append('\n');
    return at;
  }
}
