// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import java.util.Set;
import org.whereto.task.ImageReference;
import org.whereto.task.ImageUse;
import org.whereto.world.Image.Variant;

/** One demand of what images hold, judged for one machine at a time. */
interface ImageRule {

  /** What it looks at, in one word or two. */
  String about();

  /** What it wants, for people who have no image yet. */
  String demand();

  /** What a finding shows as the limit. */
  String limit();

  /** The images that it must know beside the one that it judges. */
  default Set<ImageReference> needs() {
    return Set.of();
  }

  /** Always says something: whatever it cannot tell does not hold. */
  Verdict judge(Variant variant, ImageUse use, Looked looked);
}
