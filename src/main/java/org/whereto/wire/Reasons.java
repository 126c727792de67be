// SPDX-License-Identifier: Apache-2.0
package org.whereto.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whereto.answer.Permanence;
import org.whereto.answer.Reason;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;
import org.whereto.tree.Tree.Sequence;

/** Reasons and warnings as documents (wire.md, section 2), and back. */
final class Reasons {

  private static final String CODE = "code";
  private static final String PATH = "path";
  private static final String TEXT = "text";
  private static final String ASKED = "asked";
  private static final String LIMIT = "limit";
  private static final String PERMANENCE = "permanence";
  private static final String INTERFACE = "interface";

  private static final Reason NOTHING = Reason.of("", "", "");

  private Reasons() {}

  static List<Mapping> write(List<Reason> reasons) {
    List<Mapping> written = new ArrayList<>(reasons.size());
    for (Reason reason : reasons) {
      written.add(write(reason));
    }
    return written;
  }

  private static Mapping write(Reason reason) {
    return Tree.build()
        .putIfAny(CODE, reason.code())
        .putIfAny(PATH, reason.path())
        .putIfAny(TEXT, reason.text())
        .putIfAny(ASKED, reason.asked())
        .putIfAny(LIMIT, reason.limit())
        .putIfAny(PERMANENCE, reason.permanence().map(Permanence::word).orElse(""))
        .putIfAny(INTERFACE, reason.interfaceName())
        .done();
  }

  /** What another service gives as its reasons: a list, one alone, or plain sentences. */
  static List<Reason> read(Optional<Tree> given) {
    return given.map(Reasons::items).orElse(List.of()).stream()
        .map(Reasons::readOne)
        .filter(reason -> !reason.equals(NOTHING))
        .toList();
  }

  /** Lists stay lists, anything else is a list of one. */
  static List<Tree> items(Tree tree) {
    return tree instanceof Sequence sequence ? sequence.items() : List.of(tree);
  }

  private static Reason readOne(Tree tree) {
    return switch (tree) {
      case Scalar scalar -> Reason.of("", "", text(scalar));
      case Sequence _ -> NOTHING;
      case Mapping said ->
          new Reason(
              text(said, CODE),
              text(said, PATH),
              text(said, TEXT),
              text(said, ASKED),
              text(said, LIMIT),
              Permanence.of(text(said, PERMANENCE)),
              text(said, INTERFACE));
    };
  }

  private static String text(Mapping said, String member) {
    return said.get(member).map(Reasons::text).orElse("");
  }

  private static String text(Tree tree) {
    return switch (tree) {
      case Scalar scalar -> scalar.isNull() ? "" : scalar.text();
      case Sequence several -> Reason.listing(several.items().stream().map(Reasons::text).toList());
      case Mapping _ -> "";
    };
  }
}
