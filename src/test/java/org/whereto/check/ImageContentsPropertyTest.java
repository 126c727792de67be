// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.whereto.answer.Finding;
import org.whereto.support.MadeImage;
import org.whereto.support.Shelf;
import org.whereto.task.ImageUse;
import org.whereto.world.Image.Variant;
import org.whereto.world.Known;

/** Random images, bases and machines: a pass is one by a second, plainer computation too. */
class ImageContentsPropertyTest {

  private static final List<String> MACHINES =
      List.of("linux/amd64", "linux/arm64", "linux/arm/v6", "windows/amd64");

  /**
   * A variant in the plainest form.
   *
   * @param layers one letter for each
   */
  record Plain(String machine, String layers, int size, String user) {

    Variant variant() {
      String[] contents = layers.chars().mapToObj(Character::toString).toArray(String[]::new);
      return MadeImage.on(machine).of(contents).bytes(size).user(user).variant();
    }
  }

  /**
   * What an owner and an asker say.
   *
   * @param own machines of the platform
   * @param wish the machine of the Task; empty if none
   */
  record Demand(Set<String> own, String wish, boolean base, int size, boolean notRoot) {

    String settings() {
      List<String> settings = new ArrayList<>(List.of("exists: true", "size: " + size + "K"));
      if (!own.isEmpty()) {
        settings.add("platform: [" + String.join(", ", own) + "]");
      }
      if (base) {
        settings.add("base: [base-a, base-b, lost]");
      }
      if (notRoot) {
        settings.add("user: not-root");
      }
      return "{" + String.join(", ", settings) + "}";
    }
  }

  @Provide
  Arbitrary<List<Plain>> images() {
    Arbitrary<String> layers =
        Arbitraries.strings().withChars('a', 'b').ofMinLength(0).ofMaxLength(3);
    return Combinators.combine(
            Arbitraries.of(MACHINES),
            layers,
            Arbitraries.of(0, 1000, 1001, 2000, 2001),
            Arbitraries.of("", "0", "app", "1000", "1000", "1000", "1000"))
        .as(Plain::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(2);
  }

  @Provide
  Arbitrary<Demand> demands() {
    return Combinators.combine(
            Arbitraries.of(MACHINES).set().ofMaxSize(3),
            Arbitraries.of("", "", "linux/amd64", "linux/arm64"),
            Arbitraries.of(true, false),
            Arbitraries.of(1, 2, 9),
            Arbitraries.of(true, false))
        .as((own, wish, base, size, notRoot) ->
            new Demand(new TreeSet<>(own), wish, base, size, notRoot));
  }

  @Property
  void nothingPassesThatThePlainComputationRefusesAndNothingElseIsRefused(
      @ForAll("images") List<Plain> image,
      @ForAll("images") List<Plain> baseA,
      @ForAll("images") List<Plain> baseB,
      @ForAll("demands") Demand demand) {
    Shelf shelf = new Shelf().put("x", variants(image));
    shelf.put("base-a", variants(baseA)).put("base-b", variants(baseB));
    shelf.say("lost", new Known.Down<>("The registry is silent."));
    ImageUse use = ImageChecks.use("x");
    ImageUse asked = demand.wish().isEmpty() ? use : use.on(MadeImage.machine(demand.wish()));
    List<Finding> findings = ImageChecks.look(demand.settings(), shelf.world(), asked);
    boolean passes = findings.stream().noneMatch(finding -> finding.outcome().isNo());
    List<Plain> bases = new ArrayList<>(baseA);
    bases.addAll(baseB);
    assertThat(passes).isEqualTo(mayRun(image, bases, demand));
    assertThat(ImageChecks.said(findings).contains("(image.checked")).isEqualTo(passes);
    assertThat(shelf.asked()).hasSizeLessThanOrEqualTo(1);
  }

  private static boolean mayRun(List<Plain> image, List<Plain> bases, Demand demand) {
    boolean here = demand.wish().isEmpty() || demand.own().isEmpty();
    if (!here && !demand.own().contains(demand.wish())) {
      return false;
    }
    boolean any = false;
    for (Plain variant : image) {
      boolean counts =
          demand.wish().isEmpty()
              ? demand.own().isEmpty() || demand.own().contains(variant.machine())
              : demand.wish().equals(variant.machine());
      any |= counts;
      if (counts && !holds(variant, bases, demand)) {
        return false;
      }
    }
    return any;
  }

  private static boolean holds(Plain variant, List<Plain> bases, Demand demand) {
    boolean based =
        bases.stream()
            .filter(base -> base.machine().equals(variant.machine()))
            .anyMatch(
                base -> !base.layers().isEmpty() && variant.layers().startsWith(base.layers()));
    return variant.size() <= demand.size() * 1000
        && (!demand.base() || based)
        && (!demand.notRoot() || variant.user().equals("1000"));
  }

  private static Variant[] variants(List<Plain> image) {
    return image.stream().map(Plain::variant).toArray(Variant[]::new);
  }
}
