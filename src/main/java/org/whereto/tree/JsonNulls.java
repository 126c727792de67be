// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;
import org.whereto.tree.Tree.Sequence;

/** YAML writes nothing in more than one way ({@code ~}, no text at all); other formats do not. */
public final class JsonNulls {

  private static final Scalar NULL = Tree.literal("null");

  private JsonNulls() {}

  /** The same tree with {@code null} wherever it holds nothing, and without tags and places. */
  public static Tree in(Tree tree) {
    return switch (tree) {
      case Scalar scalar -> scalar.isNull() ? NULL : plain(scalar);
      case Sequence list -> Tree.list(list.items().stream().map(JsonNulls::in).toList());
      case Mapping mapping -> {
        Tree.Builder out = Tree.build();
        mapping.members().forEach((name, member) -> out.put(name, in(member.value())));
        yield out.done();
      }
    };
  }

  private static Scalar plain(Scalar scalar) {
    return new Scalar(scalar.text(), scalar.plain(), "", Place.NONE);
  }
}
