// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import java.util.List;
import java.util.Set;
import org.whereto.answer.Reason;
import org.whereto.task.Fact;
import org.whereto.task.ImageUse;
import org.whereto.task.Task;
import org.whereto.tree.Settings;
import org.whereto.world.World;

/**
 * Only these images, and none of those. A Task passes when every image that it would run is on the
 * list of the allowed ones, or there is no such list, and none is on that of the denied ones.
 */
final class ImageCheck implements Check {

  static final CheckType TYPE =
      new CheckType(
          "image",
          "Which container images may run: lists of names with * and **.",
          Set.of(Fact.IMAGES),
          ImageCheck::read);

  private final ImageNames names;

  private ImageCheck(ImageNames names) {
    this.names = names;
  }

  private static Check read(Settings settings) {
    settings.shorthand(ImageNames.ALLOW);
    ImageNames names = ImageNames.read(settings);
    if (!settings.has(ImageNames.ALLOW) && !settings.has(ImageNames.DENY)) {
      settings.problemAt(
          settings.place(), "Say which images this check should allow, or which it should deny.");
    }
    return new ImageCheck(names);
  }

  @Override
  public List<String> demands() {
    return names.demands();
  }

  @Override
  public void look(Asked asked, World world, Findings findings) {
    List<ImageUse> images = asked.facts().images();
    if (images.isEmpty()) {
      findings.refuse(
          Reason.of("image.missing", Task.TASKINFO_PATH.text(), "No image is named here."));
    }
    images.forEach(use -> look(use, findings));
  }

  private void look(ImageUse use, Findings findings) {
    String path = use.path().text();
    if (use.reference().isPresent()) {
      names.look(use, use.reference().get(), findings);
    } else if (use.written().isEmpty()) {
      findings.refuse(
          Reason.of("image.missing", path, use.unclear()).comparing("", names.allowed()));
    } else {
      findings.cannotTell(
          Reason.of("image.unclear", path, use.unclear())
              .comparing(use.written(), names.allowed()));
    }
  }
}
