// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Problems;
import org.whereto.tree.Settings;

/** Fetches as an owner's file sets them up. */
final class Fetches {

  private Fetches() {}

  /** The settings of these lines of YAML. */
  static FetchSettings settings(String yaml) throws BadInput {
    Problems problems = new Problems();
    FetchSettings settings =
        Settings.read(
            Formats.YAML.read(yaml.getBytes(UTF_8), Budget.OWNER, Keep.ALL),
            problems,
            FetchSettings::read);
    assertThat(problems.all()).isEmpty();
    return settings;
  }

  static Fetch of(String yaml, Names names) throws BadInput {
    return new GuardedFetch(settings(yaml), names, GuardedFetch.TRUSTED);
  }

  static Errand errand(String url) throws BadInput {
    return new Errand(
        FetchUrl.of(url), Map.of(), Integer.MAX_VALUE, Deadline.in(Duration.ofMinutes(1)));
  }

  /** The body of an answer, which must be one. */
  static String text(Fetched fetched) {
    assertThat(fetched).isInstanceOf(Fetched.Got.class);
    return new String(((Fetched.Got) fetched).body().bytes(), UTF_8);
  }

  /** What the asker is told instead. */
  static String why(Fetched fetched) {
    return switch (fetched) {
      case Fetched.Got got -> throw new AssertionError("It was fetched from " + got.from());
      case Fetched.Down down -> down.why();
      case Fetched.Refused refused -> refused.why();
    };
  }
}
