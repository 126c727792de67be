// SPDX-License-Identifier: Apache-2.0
package org.whereto.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whereto.answer.Answer;
import org.whereto.answer.Answer.Word;
import org.whereto.answer.Interface;
import org.whereto.answer.Reason;
import org.whereto.tree.BadInput;
import org.whereto.tree.Path;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;
import org.whereto.tree.Tree.Sequence;

/**
 * Reads an answer, from whatever service. Strict about the one word that matters, patient with the
 * rest: what a stranger left out, or says beyond the contract, takes nothing from the word.
 */
final class AnswerReader {

  private static final Reason UNNAMED_INTERFACE =
      Reason.of(
          "interface.unnamed",
          Answers.INTERFACES,
          "One of the offered interfaces does not say its servicetype and is passed over.");

  private final Mapping document;
  private final List<Interface> ways = new ArrayList<>();
  private final List<Reason> warnings = new ArrayList<>();

  private AnswerReader(Mapping document) {
    this.document = document;
  }

  static Answer read(Tree document) throws BadInput {
    if (!(document instanceof Mapping mapping) || !mapping.tag().isEmpty()) {
      throw noAnswer(document, "this is no mapping");
    }
    return switch (word(mapping)) {
      case YES -> new AnswerReader(mapping).yes();
      case NO -> new AnswerReader(mapping).no();
    };
  }

  private Answer yes() {
    warnings.addAll(Reasons.read(document.get(Answers.WARNINGS)));
    // The contract gives reasons to a NO only; whoever sends them with a YES has something to say.
    warnings.addAll(Reasons.read(document.get(Answers.REASONS)));
    readWays();
    return new Answer(
        Word.YES,
        ways,
        mapping(document, Answers.RESOURCES),
        data(document),
        List.of(),
        warnings,
        Optional.empty());
  }

  private Answer no() {
    return new Answer(
        Word.NO,
        List.of(),
        mapping(document, Answers.RESOURCES),
        data(document),
        Reasons.read(document.get(Answers.REASONS)),
        Reasons.read(document.get(Answers.WARNINGS)),
        mapping(document, Answers.SUGGESTION));
  }

  /** The flat form, the list, or both; what stands in both counts once. */
  private void readWays() {
    Optional<String> flat = servicetype(document);
    flat.ifPresent(type -> ways.add(Interface.of(type, info(document))));
    List<Tree> items = given(document, Answers.INTERFACES).map(Reasons::items).orElse(List.of());
    items.forEach(this::readWay);
    if (flat.isPresent() && ways.stream().skip(1).anyMatch(this::isTheFlatOne)) {
      ways.removeFirst();
    }
  }

  private boolean isTheFlatOne(Interface way) {
    Interface flat = ways.getFirst();
    return way.servicetype().equals(flat.servicetype())
        && (flat.serviceinfo().isEmpty() || way.serviceinfo().equals(flat.serviceinfo()));
  }

  private void readWay(Tree item) {
    Optional<String> type = servicetype(item);
    if (type.isPresent()) {
      ways.add(
          new Interface(
              type.get(),
              info(item),
              mapping(item, Answers.RESOURCES),
              data(item),
              Reasons.read(item.get(Answers.WARNINGS))));
    } else if (!warnings.contains(UNNAMED_INTERFACE)) {
      warnings.add(UNNAMED_INTERFACE);
    }
  }

  private static Optional<Tree> info(Tree way) {
    return way.get(Answers.SERVICEINFO).filter(info -> !Answers.isNull(info));
  }

  private static Optional<Tree> given(Tree tree, String member) {
    return tree.get(member).filter(Answers::saysSomething);
  }

  private static Optional<Tree> mapping(Tree tree, String member) {
    return given(tree, member).filter(Mapping.class::isInstance);
  }

  private static Optional<Tree> data(Tree tree) {
    return given(tree, Answers.DATA)
        .filter(data ->
            data instanceof Sequence items
                && items.items().stream().allMatch(Mapping.class::isInstance));
  }

  private static Optional<String> servicetype(Tree way) {
    return way.get(Answers.SERVICETYPE)
        .filter(type -> type instanceof Scalar scalar && Answers.saysSomething(scalar))
        .map(type -> ((Scalar) type).text());
  }

  private static Word word(Mapping document) throws BadInput {
    Optional<Tree> asSpelt = document.get(Answers.WORD);
    Optional<Tree> asMeant = document.get(Answers.WORD_AS_MEANT);
    Tree said = asSpelt.or(() -> asMeant).orElseThrow(() -> noAnswer(document, "it is not there"));
    Word word = word(said);
    if (asMeant.isPresent() && word(asMeant.get()) != word) {
      throw noAnswer(
          asMeant.get(), "\"" + Answers.WORD_AS_MEANT + "\" beside it says the opposite");
    }
    return word;
  }

  /** Spelt out, since folding case by rule would let look-alikes of other scripts pass. */
  private static Word word(Tree said) throws BadInput {
    if (!(said instanceof Scalar scalar) || !scalar.tag().isEmpty()) {
      throw noAnswer(said, "it is no text");
    }
    return switch (scalar.text().strip()) {
      case "YES", "Yes", "yes" -> Word.YES;
      case "NO", "No", "no" -> Word.NO;
      default -> throw noAnswer(said, "it says something else");
    };
  }

  private static BadInput noAnswer(Tree where, String why) {
    return new BadInput(
        "answer.none",
        Path.ROOT,
        where.place(),
        "An answer has \"" + Answers.WORD + "\" with YES or NO, but " + why + ".");
  }
}
