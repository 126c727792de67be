// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.fetch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.whereto.task.Amount;
import org.whereto.task.AmountSetting;
import org.whereto.tree.BadInput;
import org.whereto.tree.Problems;
import org.whereto.tree.Settings;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Scalar;

/**
 * The key {@code fetch} of a platform's file: what may be fetched for callers, and at what cost.
 *
 * @param hosts from where
 * @param opened ranges inside the site that may be reached all the same
 * @param time for one errand, redirects and waiting for a turn included
 * @param size bytes of one document
 * @param redirects that are followed
 */
public record FetchSettings(
    List<HostRule> hosts,
    List<IpRange> opened,
    Duration time,
    int size,
    int redirects,
    FetchRate rate) {

  private static final String HOSTS = "hosts";
  private static final String PRIVATE = "private";

  private static final AmountSetting TIME =
      AmountSetting.time("time", "Until a document is there, redirects and all", "0.1s", "30s");
  private static final AmountSetting SIZE =
      AmountSetting.bytes("size", "Size of one document", "1Ki", "64Mi");
  private static final AmountSetting REDIRECTS =
      AmountSetting.number("redirects", "Redirects that are followed", "0", "10");

  /** More of either version than any site has. */
  private static final int LEAST_BITS_4 = 8;

  private static final int LEAST_BITS_6 = 7;

  public FetchSettings {
    hosts = List.copyOf(hosts);
    opened = List.copyOf(opened);
  }

  /** Reads the key; every fault goes to the problems of the file. */
  public static FetchSettings read(Settings in) {
    in.require(HOSTS);
    return new FetchSettings(
        hosts(in),
        opened(in),
        TIME.readOr(in, "2s").time(),
        number(SIZE.readOr(in, "1Mi")),
        number(REDIRECTS.readOr(in, "3")),
        in.part("rate", "How much this platform may ask of others.", FetchRate::read)
            .orElseGet(FetchSettings::usualRate));
  }

  /**
   * What reaches systems that the owner named for the platform itself, at whatever address they
   * are; callers have no say in it. No redirect is followed.
   *
   * @param own where they are; only their origins count
   * @param time for one errand
   * @param size bytes of one answer
   */
  public static FetchSettings toOwn(Collection<FetchUrl> own, Duration time, int size) {
    List<HostRule> hosts =
        own.stream().map(url -> new HostRule(url.origin(), false)).distinct().toList();
    return new FetchSettings(hosts, IpRange.EVERYWHERE, time, size, 0, FetchRate.TO_OWN);
  }

  /**
   * The same for systems that each caller may have to be looked up at.
   *
   * @param perMinute requests in a minute; so many in flight as all may have together
   */
  public FetchSettings asOftenAs(int perMinute) {
    FetchRate often = new FetchRate(rate.atOnce(), rate.atOnce(), perMinute, perMinute);
    return new FetchSettings(hosts, opened, time, size, redirects, often);
  }

  private static FetchRate usualRate() {
    return Settings.read(Tree.build().done(), new Problems(), FetchRate::read);
  }

  private static List<HostRule> hosts(Settings in) {
    List<Scalar> texts =
        in.texts(
            HOSTS,
            "From where: example.org, *.example.org or example.org:5000 for https,"
                + " http://example.org for plain http.");
    if (in.has(HOSTS) && texts.isEmpty()) {
      in.problem(HOSTS, "\"hosts\" is empty: name a host, or leave \"fetch\" out.");
    }
    List<HostRule> hosts = new ArrayList<>();
    for (Scalar text : texts) {
      try {
        hosts.add(HostRule.of(text.text()));
      } catch (BadInput fault) {
        in.problemAt(text.place(), fault.sentence());
      }
    }
    return hosts;
  }

  private static List<IpRange> opened(Settings in) {
    List<IpRange> opened = new ArrayList<>();
    for (Scalar text :
        in.texts(
            PRIVATE,
            "Ranges of addresses inside your site that may be reached all the same, like"
                + " 10.1.0.0/16.")) {
      Optional<IpRange> range = IpRange.of(text.text());
      Optional<String> fault = fault(text.text(), range);
      fault.ifPresent(sentence -> in.problemAt(text.place(), sentence));
      range.filter(_ -> fault.isEmpty()).ifPresent(opened::add);
    }
    return opened;
  }

  private static Optional<String> fault(String text, Optional<IpRange> range) {
    if (range.isEmpty()) {
      return Optional.of(
          "\""
              + text
              + "\" is no range of addresses: write it like 10.1.0.0/16 or fd12:3456::/32, with"
              + " zeros behind the bits that count.");
    }
    if (SpecialAddresses.isNowhere(range.get())) {
      return Optional.of(
          "\"" + text + "\" holds addresses that no machine of a site has: name those it has.");
    }
    int least = range.get().first().length() == IpAddress.BYTES_4 ? LEAST_BITS_4 : LEAST_BITS_6;
    return range.get().bits() < least
        ? Optional.of(
            "\"" + text + "\" is too wide: name the ranges of your site, /" + least + " at most.")
        : Optional.empty();
  }

  private static int number(Amount amount) {
    return amount.value().intValue();
  }
}
