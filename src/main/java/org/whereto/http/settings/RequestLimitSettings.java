// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.settings;

import org.whereto.task.Amount;
import org.whereto.task.AmountSetting;
import org.whereto.tree.Budget;
import org.whereto.tree.Settings;
import org.whereto.wire.RequestLimits;

/** Those keys of {@code limits} that say what one request may hold. */
final class RequestLimitSettings {

  static final AmountSetting SMALL_BODY =
      AmountSetting.bytes("small-body", "A body in YAML or of a form", "1Ki", "16Mi");
  static final AmountSetting LARGE_BODY =
      AmountSetting.bytes("large-body", "A body in JSON or multipart", "1Ki", "64Mi");
  private static final AmountSetting DEPTH =
      AmountSetting.number("depth", "Levels of nesting", "8", "200");
  private static final AmountSetting VALUES =
      AmountSetting.number(
          "values", "Values of a request: texts, lists and mappings", "100", "1000000");
  private static final AmountSetting TEXT_LENGTH =
      AmountSetting.number(
          "text-length", "Characters of a text that is no content", "1000", "16000000");
  private static final AmountSetting NAME_LENGTH =
      AmountSetting.number("name-length", "Characters of the name of a member", "16", "4096");
  private static final AmountSetting ALIASES =
      AmountSetting.number("aliases", "Aliases and merge keys of YAML", "0", "10000");
  private static final AmountSetting PARTS =
      AmountSetting.number("parts", "Parts of a multipart body", "1", "1000");
  private static final AmountSetting PART_HEAD =
      AmountSetting.bytes("part-head", "Headers of one part", "256B", "64Ki");

  private RequestLimitSettings() {}

  static RequestLimits read(Settings in) {
    int smallBody = number(SMALL_BODY.readOr(in, "1Mi"));
    int largeBody = number(LARGE_BODY.readOr(in, "16Mi"));
    Budget small =
        new Budget(
            smallBody,
            number(DEPTH.readOr(in, "64")),
            number(VALUES.readOr(in, "50000")),
            number(TEXT_LENGTH.readOr(in, "262144")),
            number(NAME_LENGTH.readOr(in, "256")),
            number(ALIASES.readOr(in, "100")));
    return new RequestLimits(
        small,
        small.withBytes(largeBody),
        number(PARTS.readOr(in, "64")),
        number(PART_HEAD.readOr(in, "2Ki")));
  }

  private static int number(Amount amount) {
    return amount.value().intValue();
  }
}
