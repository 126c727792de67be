// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.whereto.answer.Reason;
import org.whereto.task.ImageReference;
import org.whereto.task.ImageUse;
import org.whereto.tree.Settings;
import org.whereto.world.ImageWanted;
import org.whereto.world.World;

/** What images must hold, as far as their registries tell. */
final class ImageContents {

  private final boolean exists;
  private final ImageMachines machines;
  private final List<ImageRule> rules;
  private final Set<ImageReference> bases;

  private ImageContents(boolean exists, ImageMachines machines, List<ImageRule> rules) {
    this.exists = exists;
    this.machines = machines;
    this.rules = List.copyOf(rules);
    Set<ImageReference> needs = new HashSet<>();
    rules.forEach(rule -> needs.addAll(rule.needs()));
    this.bases = Set.copyOf(needs);
  }

  static ImageContents read(Settings in) {
    boolean exists =
        in.flag("exists", false, "Whether the registry of an image must say that there is one.");
    List<ImageRule> rules = new ArrayList<>();
    ImageBases.read(in).ifPresent(rules::add);
    ImageMachines machines = ImageMachines.read(in);
    ImageSize.read(in).ifPresent(rules::add);
    rules.addAll(ImageLabel.read(in));
    ImageUser.read(in).ifPresent(rules::add);
    ImageAge.read(in).ifPresent(rules::add);
    return new ImageContents(exists, machines, rules);
  }

  /** Whether an owner wants to know anything of what images hold. */
  boolean isAsked() {
    return exists || machines.isAsked() || !rules.isEmpty();
  }

  List<String> demands() {
    List<String> demands = new ArrayList<>();
    if (exists) {
      demands.add("images that their registry has");
    }
    if (machines.isAsked()) {
      demands.add(machines.demand());
    }
    rules.forEach(rule -> demands.add(rule.demand()));
    return demands;
  }

  /** Looks at images whose names are told; all of them are looked up at once. */
  void look(List<ImageUse> uses, World world, Findings findings) {
    List<ImageUse> runnable = new ArrayList<>();
    Set<ImageWanted> wanted = new HashSet<>();
    for (ImageUse use : uses) {
      Optional<Reason> refusal = machines.refuse(use);
      if (refusal.isPresent()) {
        findings.refuse(refusal.get());
      } else {
        runnable.add(use);
        wanted.add(wanted(use));
      }
    }
    if (!runnable.isEmpty()) {
      Looked looked = Looked.at(world.images(), wanted, bases);
      ImageJudge judge = new ImageJudge(machines, rules, looked, findings);
      runnable.forEach(use -> judge.look(use, wanted(use)));
    }
  }

  private ImageWanted wanted(ImageUse use) {
    return new ImageWanted(use.reference().orElseThrow(), machines.counting(use));
  }
}
