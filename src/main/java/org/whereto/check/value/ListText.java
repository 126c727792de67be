// SPDX-License-Identifier: Apache-2.0
package org.whereto.check.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whereto.tree.BadInput;
import org.whereto.tree.BraceList;
import org.whereto.tree.Tree.Scalar;

/** A list that is written as one text, {@code {a,b}}, where a list is wanted (wire.md, 1.1). */
public final class ListText {

  private ListText() {}

  /** The items of a text in braces; any other text is the one item, as it stands. */
  public static List<Scalar> items(Scalar text) {
    return split(text).orElse(List.of(text));
  }

  /** The items, if the text is such a list. */
  public static Optional<List<Scalar>> split(Scalar text) {
    if (!text.text().stripLeading().startsWith("{")) {
      return Optional.empty();
    }
    try {
      List<Scalar> items = new ArrayList<>();
      for (BraceList.Item item : BraceList.split(text.text())) {
        items.add(new Scalar(item.text(), false, "", text.place()));
      }
      return Optional.of(items);
    } catch (BadInput noList) {
      return Optional.empty();
    }
  }
}
