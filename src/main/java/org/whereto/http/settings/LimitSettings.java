// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.settings;

import java.util.List;
import java.util.Optional;
import org.whereto.task.Amount;
import org.whereto.task.AmountSetting;
import org.whereto.tree.Settings;
import org.whereto.wire.RequestLimits;

/** The key {@code limits} of the server's file. */
final class LimitSettings {

  private static final AmountSetting HEAD_BYTES =
      AmountSetting.bytes("head-bytes", "Request line and headers of a request", "1Ki", "1Mi");
  private static final AmountSetting HEAD_LINES =
      AmountSetting.number("head-lines", "Header lines of a request", "10", "1000");
  private static final AmountSetting HEAD_TIME =
      AmountSetting.time("head-time", "Until the headers of a request are complete", "0.1s", "5m");
  private static final AmountSetting IDLE_TIME =
      AmountSetting.time("idle-time", "Between two requests of a connection", "0.1s", "1h");
  private static final AmountSetting BODY_RATE =
      AmountSetting.bytes(
          "body-rate", "What a body must bring each second after body-grace", "1Ki", "16Mi");
  private static final AmountSetting BODY_GRACE =
      AmountSetting.time("body-grace", "How long a body may be slower at first", "0.1s", "5m");
  private static final AmountSetting BODY_TIME =
      AmountSetting.time("body-time", "Until a body is complete", "0.1s", "10m");
  private static final AmountSetting SEND_TIME =
      AmountSetting.time("send-time", "Until a client has taken an answer", "0.1s", "10m");
  private static final AmountSetting DECISION_TIME =
      AmountSetting.time("decision-time", "For one decision", "0.1s", "1m");
  private static final AmountSetting QUESTIONS =
      AmountSetting.number("questions", "Questions in flight", "1", "100000");
  private static final AmountSetting BODIES =
      AmountSetting.bytes(
          "bodies",
          "Bodies in flight together; default: a quarter of the memory that Java may have",
          "64Ki",
          "1Ti");
  private static final AmountSetting CONNECTIONS =
      AmountSetting.number("connections", "Open connections", "1", "1000000");
  private static final AmountSetting SHARE =
      AmountSetting.number(
          "share",
          "Percent of questions, bodies and connections that one client address may take",
          "1",
          "100");

  private static final int PERCENT = 100;

  private LimitSettings() {}

  static Limits read(Settings in) {
    long memory = Runtime.getRuntime().maxMemory();
    Optional<Amount> bodies = BODIES.read(in);
    Limits limits =
        new Limits(
            number(HEAD_BYTES.readOr(in, "16Ki")),
            number(HEAD_LINES.readOr(in, "64")),
            HEAD_TIME.readOr(in, "5s").time(),
            IDLE_TIME.readOr(in, "60s").time(),
            RequestLimitSettings.read(in),
            number(BODY_RATE.readOr(in, "64Ki")),
            BODY_GRACE.readOr(in, "5s").time(),
            BODY_TIME.readOr(in, "60s").time(),
            SEND_TIME.readOr(in, "10s").time(),
            DECISION_TIME.readOr(in, "5s").time(),
            number(QUESTIONS.readOr(in, "256")),
            bodies.map(amount -> amount.value().longValue()).orElse(memory / 4),
            number(CONNECTIONS.readOr(in, "4096")),
            number(SHARE.readOr(in, "50")));
    if (limits.bodies() > memory / 2) {
      in.problem(
          BODIES.key(),
          "\"bodies\" is more than half of the "
              + memory
              + " bytes that Java may have: lower it, or give Java more (-Xmx).");
    }
    refuseBodiesWithoutRoom(in, limits);
    return limits;
  }

  /** Only what an owner wrote can be at fault; with little memory the defaults may be. */
  private static void refuseBodiesWithoutRoom(Settings in, Limits limits) {
    long room = limits.bodies() * limits.share() / PERCENT;
    RequestLimits request = limits.request();
    if (request.large().bytes() > room || request.small().bytes() > room) {
      List<AmountSetting> keys =
          List.of(RequestLimitSettings.SMALL_BODY, RequestLimitSettings.LARGE_BODY, BODIES, SHARE);
      keys.stream()
          .map(AmountSetting::key)
          .filter(in::has)
          .findFirst()
          .ifPresent(key ->
              in.problem(
                  key,
                  "A body may be larger than the share of \"bodies\" that one client may take, "
                      + room
                      + " bytes: it would never be let in. Make the one smaller or the other"
                      + " larger."));
    }
  }

  private static int number(Amount amount) {
    return amount.value().intValue();
  }
}
