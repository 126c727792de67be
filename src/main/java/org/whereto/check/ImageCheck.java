// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.whereto.answer.Reason;
import org.whereto.task.Fact;
import org.whereto.task.ImageUse;
import org.whereto.task.Task;
import org.whereto.tree.Settings;
import org.whereto.world.World;

/**
 * Only these images, and none of those. A Task passes when every image that it would run is on the
 * list of the allowed ones, or there is no such list, none is on that of the denied ones, and each
 * holds what the owner demands, as far as its registry tells.
 */
final class ImageCheck implements Check {

  static final CheckType TYPE =
      new CheckType(
          "image",
          "Which container images may run: by their names, and by what their registries say of"
              + " them.",
          Set.of(Fact.IMAGES),
          ImageCheck::read);

  /** The field of a container that only matters where registries are asked. */
  static final Set<String> OF_CONTENTS = Set.of("platform");

  /** Each of these says something, be it wrong; {@code exists: false} does not. */
  private static final List<String> KEYS =
      List.of("allow", "deny", "base", "platform", "size", "labels", "user", "age");

  private final ImageNames names;
  private final ImageContents contents;

  private ImageCheck(ImageNames names, ImageContents contents) {
    this.names = names;
    this.contents = contents;
  }

  private static Check read(Settings settings) {
    settings.shorthand(ImageNames.ALLOW);
    ImageNames names = ImageNames.read(settings);
    ImageContents contents = ImageContents.read(settings);
    if (!contents.isAsked() && KEYS.stream().noneMatch(settings::has)) {
      settings.problemAt(
          settings.place(),
          "Say which images this check should allow or deny, or what they must hold.");
    }
    return new ImageCheck(names, contents);
  }

  @Override
  public List<String> demands() {
    List<String> demands = new ArrayList<>(names.demands());
    demands.addAll(contents.demands());
    return demands;
  }

  @Override
  public Optional<String> never() {
    return names.never();
  }

  @Override
  public boolean asksWorld() {
    return contents.isAsked();
  }

  @Override
  public Set<String> leaves() {
    return contents.isAsked() ? Set.of() : OF_CONTENTS;
  }

  @Override
  public void look(Asked asked, World world, Findings findings) {
    List<ImageUse> images = asked.facts().images();
    String none = asked.facts().noImage();
    if (!none.isEmpty()) {
      findings.ok(Task.TASKINFO_PATH.text(), none, "the platform's own image");
    } else if (images.isEmpty()) {
      findings.refuse(
          Reason.of("image.missing", Task.TASKINFO_PATH.text(), "No image is named here."));
    }
    List<ImageUse> named = new ArrayList<>();
    for (ImageUse use : images) {
      if (mayRun(use, findings)) {
        named.add(use);
      }
    }
    if (contents.isAsked()) {
      contents.look(named, world, findings);
    }
  }

  /** Whether there is nothing against the name of an image. */
  private boolean mayRun(ImageUse use, Findings findings) {
    String path = use.path().text();
    if (use.reference().isPresent()) {
      return names.look(use, use.reference().get(), findings);
    }
    if (use.written().isEmpty()) {
      findings.refuse(
          Reason.of("image.missing", path, use.unclear()).comparing("", names.allowed()));
    } else {
      findings.cannotTell(
          Reason.of("image.unclear", path, use.unclear())
              .comparing(use.written(), names.allowed()));
    }
    return false;
  }
}
