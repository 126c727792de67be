// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.fetch;

import org.whereto.task.Amount;
import org.whereto.task.AmountSetting;
import org.whereto.tree.Settings;

/**
 * How much a platform may ask of others, redirects counted too.
 *
 * @param atOnce requests in flight
 * @param atOncePerHost the same, of each line of the list of hosts
 * @param perMinute requests begun
 * @param perMinutePerHost the same, of each line of the list of hosts
 */
record FetchRate(int atOnce, int atOncePerHost, int perMinute, int perMinutePerHost) {

  /** What the owner's own systems are asked at most: only what loads them counts. */
  static final FetchRate TO_OWN = new FetchRate(64, 8, 12_000, 3000);

  private static final AmountSetting AT_ONCE =
      AmountSetting.number("at-once", "Requests in flight", "1", "1000");
  private static final AmountSetting AT_ONCE_PER_HOST =
      AmountSetting.number(
          "at-once-per-host", "Requests in flight to each line of \"hosts\"", "1", "1000");
  private static final AmountSetting PER_MINUTE =
      AmountSetting.number("per-minute", "Requests in a minute", "1", "100000");
  private static final AmountSetting PER_MINUTE_PER_HOST =
      AmountSetting.number(
          "per-minute-per-host", "Requests in a minute to each line of \"hosts\"", "1", "100000");

  static FetchRate read(Settings in) {
    return new FetchRate(
        number(AT_ONCE.readOr(in, "32")),
        number(AT_ONCE_PER_HOST.readOr(in, "8")),
        number(PER_MINUTE.readOr(in, "1200")),
        number(PER_MINUTE_PER_HOST.readOr(in, "300")));
  }

  private static int number(Amount amount) {
    return amount.value().intValue();
  }
}
