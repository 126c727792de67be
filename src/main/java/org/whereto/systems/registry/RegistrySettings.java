// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.registry;

import java.time.Duration;
import java.util.Optional;
import org.whereto.task.Amount;
import org.whereto.task.AmountSetting;
import org.whereto.tree.Settings;

/**
 * The key {@code registries} of an owner's file.
 *
 * @param fresh how long a tag is taken to lead where it led
 * @param stale how old that may be while the registry does not answer; empty if it is never used
 * @param time how long a question waits for registries
 */
public record RegistrySettings(Duration fresh, Optional<Duration> stale, Duration time) {

  private static final AmountSetting FRESH =
      AmountSetting.time(
          "fresh", "How long what the tag of an image led to is taken to be true", "1s", "1d");
  private static final AmountSetting STALE =
      AmountSetting.time(
          "stale",
          "How old it may be while the registry does not answer; if left out, it is not used then",
          "1s",
          "30d");
  private static final AmountSetting TIME =
      AmountSetting.time("time", "How long a question waits for registries", "0.1s", "1m");

  private static final String USUAL_FRESH = "5m";
  private static final String USUAL_TIME = "3s";

  /** Where the owner says nothing. */
  public static final RegistrySettings DEFAULT =
      new RegistrySettings(Duration.ofMinutes(5), Optional.empty(), Duration.ofSeconds(3));

  public static RegistrySettings read(Settings in) {
    Duration fresh = FRESH.readOr(in, USUAL_FRESH).time();
    Optional<Duration> stale = STALE.read(in).map(Amount::time);
    if (stale.isPresent() && stale.get().compareTo(fresh) < 0) {
      in.problem(
          STALE.key(), "\"stale\" is shorter than \"fresh\": make it longer, or leave it out.");
    }
    return new RegistrySettings(fresh, stale, TIME.readOr(in, USUAL_TIME).time());
  }
}
