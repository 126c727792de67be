// SPDX-License-Identifier: Apache-2.0
package org.whereto.wire;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.whereto.answer.Answer;
import org.whereto.answer.Interface;
import org.whereto.answer.Reason;
import org.whereto.tree.BadInput;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;

/** An {@link Answer} as the document that wire.md, section 2, describes, and back. */
public final class Answers {

  /** The note's own spelling. */
  static final String WORD = "reponseword";

  /** The spelling that the note meant, and that other services may use. */
  static final String WORD_AS_MEANT = "responseword";

  static final String SERVICETYPE = "servicetype";
  static final String SERVICEINFO = "serviceinfo";
  static final String INTERFACES = "interfaces";
  static final String RESOURCES = "resources";
  static final String DATA = "data";
  static final String REASONS = "reasons";
  static final String WARNINGS = "warnings";
  static final String SUGGESTION = "suggestion";

  private Answers() {}

  /** The document of an answer: members that say nothing are left out. */
  public static Mapping write(Answer answer) {
    Answer flat = flat(answer);
    Tree.Builder out = Tree.build().put(WORD, flat.word().name());
    if (flat.isYes()) {
      putWays(out, flat.interfaces());
    }
    put(out, RESOURCES, flat.resources());
    put(out, DATA, flat.data());
    if (!flat.isYes()) {
      out.putIfAny(REASONS, Reasons.write(flat.reasons()));
    }
    out.putIfAny(WARNINGS, Reasons.write(flat.warnings()));
    if (!flat.isYes()) {
      put(out, SUGGESTION, flat.suggestion());
    }
    return out.done();
  }

  /**
   * The answer that a document says. Reads what any service says that follows the note, and nothing
   * else as an answer.
   *
   * @throws BadInput where the document is no answer
   */
  public static Answer read(Tree document) throws BadInput {
    return AnswerReader.read(document);
  }

  /** The answer with what only its one interface says moved up, where the wire has it. */
  static Answer flat(Answer answer) {
    if (answer.interfaces().size() != 1) {
      return answer;
    }
    Interface only = answer.interfaces().getFirst();
    Set<Reason> warnings = new LinkedHashSet<>(answer.warnings());
    warnings.addAll(only.warnings());
    return new Answer(
        answer.word(),
        List.of(Interface.of(only.servicetype(), only.serviceinfo())),
        merged(answer.resources(), only.resources()),
        only.data().or(answer::data),
        answer.reasons(),
        List.copyOf(warnings),
        answer.suggestion());
  }

  /** Member by member; what the interface itself says wins. */
  private static Optional<Tree> merged(Optional<Tree> forAll, Optional<Tree> own) {
    if (!(forAll.orElse(null) instanceof Mapping base)
        || !(own.orElse(null) instanceof Mapping over)) {
      return own.or(() -> forAll);
    }
    Mapping both = base;
    for (var member : over.members().entrySet()) {
      both = both.with(member.getKey(), member.getValue().value());
    }
    return Optional.of(both);
  }

  private static void putWays(Tree.Builder out, List<Interface> ways) {
    if (ways.size() == 1) {
      putWay(out, ways.getFirst());
    } else {
      out.putIfAny(INTERFACES, ways.stream().map(Answers::item).toList());
    }
  }

  private static Mapping item(Interface way) {
    Tree.Builder out = Tree.build();
    putWay(out, way);
    put(out, RESOURCES, way.resources());
    put(out, DATA, way.data());
    return out.putIfAny(WARNINGS, Reasons.write(way.warnings())).done();
  }

  private static void putWay(Tree.Builder out, Interface way) {
    out.put(SERVICETYPE, way.servicetype());
    way.serviceinfo().filter(info -> !isNull(info)).ifPresent(info -> out.put(SERVICEINFO, info));
  }

  private static void put(Tree.Builder out, String name, Optional<Tree> value) {
    value.filter(Answers::saysSomething).ifPresent(tree -> out.put(name, tree));
  }

  static boolean saysSomething(Tree tree) {
    return switch (tree) {
      case Tree.Scalar scalar -> !scalar.isNull() && !scalar.text().isBlank();
      case Tree.Sequence sequence -> !sequence.items().isEmpty();
      case Mapping mapping -> !mapping.members().isEmpty();
    };
  }

  static boolean isNull(Tree tree) {
    return tree instanceof Tree.Scalar scalar && scalar.isNull();
  }
}
