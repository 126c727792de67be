// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.docker;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.whereto.kind.docker.ServiceChain.Said;
import org.whereto.task.Amount;
import org.whereto.task.Amount.Measure;
import org.whereto.task.Resources.Share;
import org.whereto.task.Resources.Untold;
import org.whereto.tree.OneLine;
import org.whereto.tree.Path;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Scalar;

/**
 * What one container of a service reserves, and what it is limited to. Where the same is said in
 * two places the stricter counts; an amount of zero says nothing.
 */
final class ServiceAmounts {

  static final String CORES = "cores";
  static final String MEMORY = "memory";
  static final String GPUS = "gpus";

  /** What every service may reserve. */
  static final List<String> ALL = List.of(CORES, MEMORY, GPUS);

  /** The keys of a service that say anything of it. */
  static final Set<String> KEYS =
      Set.of(
          "cpu_count",
          "cpu_period",
          "cpu_quota",
          "cpus",
          "deploy",
          "devices",
          "gpus",
          "mem_limit",
          "mem_reservation",
          "provider",
          "scale");

  private static final String QUOTA = "cpu_quota";
  private static final BigDecimal PERIOD = BigDecimal.valueOf(100_000);
  private static final int DIGITS = 9;
  private static final int SHOWN = 60;

  private final ServiceChain chain;
  private final List<Share> shares = new ArrayList<>();
  private final List<Untold> untold = new ArrayList<>();

  private int devices;

  private ServiceAmounts(ServiceChain chain) {
    this.chain = chain;
  }

  /** All of it: {@link #shares} of one container, and what is {@link #untold}. */
  static ServiceAmounts of(ServiceChain chain) {
    ServiceAmounts amounts = new ServiceAmounts(chain);
    amounts.cores();
    amounts.memory();
    amounts.devices = new DeviceAmounts(amounts, chain).look();
    amounts.elsewhere();
    return amounts;
  }

  List<Share> shares() {
    return shares;
  }

  List<Untold> untold() {
    return untold;
  }

  /** How many devices were looked at. */
  int devices() {
    return devices;
  }

  private void cores() {
    ComposeQuantity cpus = ComposeQuantity.CPUS;
    reserved(CORES, cpus, chain.first("deploy", "resources", "reservations", "cpus"));
    limited(CORES, cpus, chain.first("deploy", "resources", "limits", "cpus"));
    limited(CORES, cpus, chain.first("cpus"));
    limited(CORES, ComposeQuantity.COUNT, chain.first("cpu_count"));
    chain.first(QUOTA).filter(said -> !text(said).equals("-1")).ifPresent(this::quota);
  }

  /** So much time of processors in each period, both in microseconds. */
  private void quota(Said quota) {
    Optional<Said> period = chain.first("cpu_period");
    Optional<BigDecimal> time = tell(CORES, false, ComposeQuantity.COUNT, quota);
    Optional<BigDecimal> of =
        period.isEmpty()
            ? Optional.of(PERIOD)
            : tell(CORES, false, ComposeQuantity.COUNT, period.get());
    if (time.isPresent() && of.isPresent()) {
      BigDecimal each = of.get().signum() == 0 ? PERIOD : of.get();
      BigDecimal cores = time.get().divide(each, DIGITS, RoundingMode.DOWN);
      add(false, CORES, cores, quota);
    }
  }

  private void memory() {
    ComposeQuantity bytes = ComposeQuantity.BYTES;
    reserved(MEMORY, bytes, chain.first("deploy", "resources", "reservations", "memory"));
    reserved(MEMORY, bytes, chain.first("mem_reservation"));
    limited(MEMORY, bytes, chain.first("deploy", "resources", "limits", "memory"));
    limited(MEMORY, bytes, chain.first("mem_limit"));
  }

  private void reserved(String dimension, ComposeQuantity quantity, Optional<Said> said) {
    said.ifPresent(value ->
        tell(dimension, true, quantity, value)
            .ifPresent(number -> add(true, dimension, number, value)));
  }

  private void limited(String dimension, ComposeQuantity quantity, Optional<Said> said) {
    said.ifPresent(value ->
        tell(dimension, false, quantity, value)
            .ifPresent(number -> add(false, dimension, number, value)));
  }

  /** Of cores and memory only one amount counts; devices are apart from each other. */
  private void add(boolean least, String dimension, BigDecimal number, Said said) {
    if (number.signum() == 0) {
      return;
    }
    Optional<Share> before =
        shares.stream()
            .filter(share -> share.least() == least && share.dimension().equals(dimension))
            .findFirst();
    int compared = before.map(share -> number.compareTo(share.amount().value())).orElse(0);
    boolean stricter = least ? compared > 0 : compared < 0;
    if (before.isEmpty() || stricter) {
      before.ifPresent(shares::remove);
      shares.add(share(dimension, least, number, said));
    }
  }

  private static Share share(String dimension, boolean least, BigDecimal number, Said said) {
    Measure measure = dimension.equals(MEMORY) ? Measure.BYTES : Measure.NUMBER;
    return new Share(
        dimension, least, said.path(), shown(text(said)), 1, Amount.of(measure, number));
  }

  /** So many devices of a sort. */
  void device(String dimension, BigDecimal count, Said said) {
    if (count.signum() > 0) {
      shares.add(share(dimension, true, count, said));
    }
  }

  /** The number that is said; if it cannot be told, that is noted. */
  Optional<BigDecimal> tell(String dimension, boolean least, ComposeQuantity quantity, Said said) {
    Optional<String> text =
        said.value() instanceof Scalar scalar ? Interpolation.of(scalar.text()) : Optional.of("");
    Optional<BigDecimal> number = text.flatMap(quantity::of);
    if (number.isEmpty()) {
      untold.add(new Untold(dimension, least, said.path(), why(said, text.isPresent(), quantity)));
    }
    return number;
  }

  /** Notes that it cannot be told how much is reserved. */
  void untold(String dimension, Path path, String why) {
    untold.add(new Untold(dimension, true, path, why));
  }

  static String why(Said said, boolean known, ComposeQuantity quantity) {
    String what =
        said.value() instanceof Scalar
            ? said.path() + " is \"" + shown(text(said)) + "\""
            : said.path() + " is no text";
    return known
        ? what + ", which is no amount of a compose file like " + quantity.example() + "."
        : what + ", and the value of that variable was not sent: write the amount.";
  }

  static String text(Said said) {
    return text(said.value());
  }

  static String text(Tree tree) {
    return tree instanceof Scalar scalar ? scalar.text() : "";
  }

  private static String shown(String text) {
    return OneLine.of(PlainUrl.of(text), SHOWN);
  }

  /** Of a service of another file nothing is known, nor how often it runs. */
  private void elsewhere() {
    if (chain.end() != ServiceChain.End.WHOLE) {
      Path path = chain.last().member("extends");
      String why = path + " leads to a service that cannot be read here, which may reserve more.";
      ALL.forEach(dimension -> untold(dimension, path, why));
    }
  }
}
