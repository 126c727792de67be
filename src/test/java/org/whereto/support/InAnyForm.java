// SPDX-License-Identifier: Apache-2.0
package org.whereto.support;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.whereto.answer.Answer;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Member;
import org.whereto.tree.Tree.Scalar;
import org.whereto.tree.Tree.Sequence;

/**
 * An answer as it is in whatever form the question came. A suggestion repeats what was asked: a
 * number of JSON is one there, and a text of a query is a text. Its changes, as texts, are the
 * same.
 */
public final class InAnyForm {

  private InAnyForm() {}

  public static Answer of(Answer answer) {
    Optional<Tree> changes =
        answer.suggestion().flatMap(said -> said.get("changes")).map(InAnyForm::texts);
    return new Answer(
        answer.word(),
        answer.interfaces(),
        answer.resources(),
        answer.data(),
        answer.reasons(),
        answer.warnings(),
        changes);
  }

  private static Tree texts(Tree tree) {
    return switch (tree) {
      case Scalar scalar -> Tree.text(scalar.text());
      case Sequence list -> Tree.list(list.items().stream().map(InAnyForm::texts).toList());
      case Mapping mapping -> {
        Map<String, Tree> members = new LinkedHashMap<>();
        for (Map.Entry<String, Member> member : mapping.members().entrySet()) {
          members.put(member.getKey(), texts(member.getValue().value()));
        }
        yield Tree.map(members);
      }
    };
  }
}
