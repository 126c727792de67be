// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import java.util.List;
import org.whereto.answer.Repair;
import org.whereto.task.ImageReference;
import org.whereto.task.ImageUse;

/** Other images of the same repository, of those that an owner names by a whole tag or digest. */
record ImageRepairs(ImagePatterns allow, ImagePatterns deny) {

  /** Of a repository with more of them than this the nearest is not searched for. */
  private static final int MOST_SINGLES = 200;

  /** The nearest one that may run instead of one that may not, if there is any. */
  List<Repair> of(ImageUse use, ImageReference image) {
    List<String> singles = allow.singles(image);
    if (singles.isEmpty() || singles.size() > MOST_SINGLES || !AskersChoice.isImage(use.path())) {
      return List.of();
    }
    List<ImageReference> others =
        singles.stream().map(single -> other(image, single)).filter(this::allows).toList();
    return NearestImage.to(image, others)
        .<Repair>map(
            other -> new Repair.Replace(use.path(), use.written(), spelt(use.written(), other)))
        .stream()
        .toList();
  }

  private static ImageReference other(ImageReference image, String tagOrDigest) {
    boolean tag = tagOrDigest.indexOf(':') < 0;
    return new ImageReference(
        image.registry(), image.repository(), tag ? tagOrDigest : "", tag ? "" : tagOrDigest);
  }

  private boolean allows(ImageReference image) {
    return allow.match(image).isPresent()
        && deny.match(image).isEmpty()
        && deny.doubt(image).isEmpty();
  }

  /** The name as the asker spells it, unless it has variables. */
  private static String spelt(String written, ImageReference other) {
    if (written.indexOf('$') >= 0) {
      return other.toString();
    }
    int at = written.indexOf('@');
    String named = at < 0 ? written : written.substring(0, at);
    int colon = named.indexOf(':', named.lastIndexOf('/') + 1);
    String name = colon < 0 ? named : named.substring(0, colon);
    return name + (other.digest().isEmpty() ? ":" + other.tag() : "@" + other.digest());
  }
}
