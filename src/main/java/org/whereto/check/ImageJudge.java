// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.whereto.answer.Reason;
import org.whereto.check.Verdict.Standing;
import org.whereto.task.ImagePlatform;
import org.whereto.task.ImageReference;
import org.whereto.task.ImageUse;
import org.whereto.tree.OneLine;
import org.whereto.world.Image;
import org.whereto.world.Image.Variant;
import org.whereto.world.ImageWanted;
import org.whereto.world.Known;

/** Says what is found of the images of one Task, from what their registries said of them. */
final class ImageJudge {

  private static final String NOT_CHECKED = "image.not-checked";

  /** Machines of which everything is shown. */
  private static final int MOST_SHOWN = 10;

  private static final int SHOWN = 60;

  private final ImageMachines machines;
  private final List<ImageRule> rules;
  private final Looked looked;
  private final Findings findings;
  private final Map<Judged, List<Ruled>> ruled = new HashMap<>();
  private final Set<ImageWanted> shown = new HashSet<>();
  private final Set<ImageReference> checked = new HashSet<>();

  ImageJudge(ImageMachines machines, List<ImageRule> rules, Looked looked, Findings findings) {
    this.machines = machines;
    this.rules = rules;
    this.looked = looked;
    this.findings = findings;
  }

  /** All on which the rules depend: services with the same image are judged once. */
  private record Judged(ImageWanted wanted, Optional<String> user) {}

  /**
   * What a rule says of some machines.
   *
   * @param verdict the first of them; all others have the same code
   * @param seen all that was seen there
   */
  private record Ruled(ImageRule rule, Verdict verdict, Set<String> seen, List<ImagePlatform> on) {

    Ruled(ImageRule rule, Verdict first) {
      this(rule, first, new LinkedHashSet<>(), new ArrayList<>());
    }

    String allSeen() {
      return Reason.listing(List.copyOf(seen));
    }
  }

  void look(ImageUse use, ImageWanted wanted) {
    switch (looked.of(wanted)) {
      case Known.Down<Optional<Image>>(String why) -> notChecked(use, why + " Ask again later.");
      case Known.Refused<Optional<Image>>(String why) -> notChecked(use, why);
      case Known.Value<Optional<Image>>(var image, var _) ->
          image.ifPresentOrElse(
              found -> look(use, wanted, found),
              () ->
                  findings.refuse(
                      Reason.of(
                              "image.not-found",
                              path(use),
                              "The registry has no image " + name(use) + ".")
                          .comparing(use.written(), "")));
    }
  }

  private void notChecked(ImageUse use, String why) {
    findings.cannotTell(
        Reason.of(
                NOT_CHECKED, path(use), "The image " + name(use) + " could not be checked. " + why)
            .comparing(use.written(), ""));
  }

  private void look(ImageUse use, ImageWanted wanted, Image image) {
    Optional<Reason> refusal = machines.refuse(use, name(use), image);
    if (refusal.isPresent()) {
      findings.refuse(refusal.get());
      return;
    }
    if (!machines.isWhole(use, image)) {
      notChecked(use, "It lists images for machines for which they are not made: build it anew.");
      return;
    }
    show(use, wanted, image);
    List<Ruled> all = ruled.computeIfAbsent(new Judged(wanted, use.user()), _ -> rule(use, image));
    all.forEach(one -> say(use, image, one));
    boolean holds = all.stream().allMatch(one -> one.verdict().standing() == Standing.HOLDS);
    if (holds && checked.add(wanted.reference())) {
      findings.remark(
          Reason.of(
                  "image.checked",
                  path(use),
                  "The image "
                      + name(use)
                      + " was checked as "
                      + image.digest()
                      + "."
                      + since(wanted))
              .comparing(use.written(), ""));
    }
  }

  /** How old the knowledge is, where it could have changed. */
  private String since(ImageWanted wanted) {
    Duration age = looked.age(wanted);
    return age.toMinutes() < 1 ? "" : " What is known of it is " + Span.of(age) + " old.";
  }

  /** What was seen, for those to whom everything is explained. */
  private void show(ImageUse use, ImageWanted wanted, Image image) {
    Set<ImagePlatform> counting = machines.counting(use);
    findings.ok(
        path(use),
        name(use)
            + " is "
            + image.digest()
            + ", for "
            + ImageMachines.told(image.offered())
            + "."
            + since(wanted),
        counting.isEmpty() ? "" : ImageMachines.told(counting));
    if (!shown.add(wanted)) {
      return;
    }
    List<Variant> variants = image.variants();
    for (Variant variant : variants.subList(0, Math.min(variants.size(), MOST_SHOWN))) {
      findings.ok(path(use), told(variant), "");
    }
    if (variants.size() > MOST_SHOWN) {
      findings.ok(path(use), (variants.size() - MOST_SHOWN) + " more of the same image", "");
    }
  }

  private static String told(Variant variant) {
    List<String> told = new ArrayList<>();
    told.add(variant.platform() + ": " + variant.digest());
    told.add(ImageBases.layers(variant));
    told.add(ImageSize.told(variant.bytes()));
    told.add("user " + (variant.user().isEmpty() ? "root" : OneLine.of(variant.user(), SHOWN)));
    variant.created().ifPresent(made -> told.add("made " + made));
    return String.join("; ", told);
  }

  private List<Ruled> rule(ImageUse use, Image image) {
    List<Ruled> all = new ArrayList<>();
    for (ImageRule rule : rules) {
      all.addAll(worst(rule, use, image.variants()));
    }
    return List.copyOf(all);
  }

  /** Of all machines the worst verdicts of a rule, each once. */
  private List<Ruled> worst(ImageRule rule, ImageUse use, List<Variant> variants) {
    Standing worst = Standing.HOLDS;
    Map<String, Ruled> byCode = new LinkedHashMap<>();
    for (Variant variant : variants) {
      Verdict verdict = rule.judge(variant, use, looked);
      if (verdict.standing().compareTo(worst) > 0) {
        worst = verdict.standing();
        byCode.clear();
      }
      if (verdict.standing() == worst) {
        Ruled same = byCode.computeIfAbsent(verdict.code(), _ -> new Ruled(rule, verdict));
        same.seen().add(verdict.seen());
        same.on().add(variant.platform());
      }
    }
    return List.copyOf(byCode.values());
  }

  private void say(ImageUse use, Image image, Ruled ruled) {
    Verdict verdict = ruled.verdict();
    String limit = ruled.rule().limit();
    if (verdict.standing() == Standing.HOLDS) {
      findings.ok(path(use), ruled.rule().about() + ": " + ruled.allSeen(), limit);
      return;
    }
    boolean one = image.variants().size() == 1;
    String which = name(use) + (one ? "" : " for " + ImageMachines.told(ruled.on()));
    Reason reason =
        Reason.of(verdict.code(), path(use), "The image " + which + " " + verdict.says())
            .comparing(ruled.allSeen(), limit);
    if (verdict.standing() == Standing.FAILS) {
      findings.refuse(reason);
    } else {
      findings.cannotTell(reason);
    }
  }

  private static String path(ImageUse use) {
    return use.path().text();
  }

  private static String name(ImageUse use) {
    return use.reference().map(Object::toString).orElse(use.written());
  }
}
