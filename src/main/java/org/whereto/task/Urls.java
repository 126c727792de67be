// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Scalar;

/** Tells the URL of a document from the document itself (wire.md, section 1.2). */
public final class Urls {

  private static final int LONGEST = 2048;

  private Urls() {}

  /** The URL, if this is one absolute http or https URL without white space. */
  public static Optional<URI> of(Tree content) {
    return content instanceof Scalar scalar ? of(scalar.text()) : Optional.empty();
  }

  private static Optional<URI> of(String text) {
    boolean web =
        text.regionMatches(true, 0, "http://", 0, 7)
            || text.regionMatches(true, 0, "https://", 0, 8);
    if (!web || text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      URI url = new URI(text);
      return url.getHost() == null ? Optional.empty() : Optional.of(url);
    } catch (URISyntaxException noUrl) {
      return Optional.empty();
    }
  }
}
