// SPDX-License-Identifier: Apache-2.0
package org.whereto.support;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.whereto.answer.Answer;
import org.whereto.answer.Answer.Word;
import org.whereto.answer.Interface;
import org.whereto.answer.Permanence;
import org.whereto.answer.Reason;
import org.whereto.tree.Tree;

/** Every answer that a planner may give, in the form that the wire has for it. */
public final class AnyAnswer {

  private AnyAnswer() {}

  public static Arbitrary<Answer> answers() {
    return Arbitraries.oneOf(yes(), no());
  }

  private static Arbitrary<Answer> yes() {
    return Combinators.combine(
            ways(), mappings().optional(), data().optional(), reasons(Arbitraries.just(none())))
        .as((ways, resources, data, warnings) ->
            new Answer(Word.YES, ways, resources, data, List.of(), warnings, Optional.empty()));
  }

  private static Arbitrary<Answer> no() {
    return Combinators.combine(
            mappings().optional(),
            data().optional(),
            reasons(Arbitraries.of(Permanence.class).optional()),
            reasons(Arbitraries.just(none())),
            mappings().optional())
        .as((resources, data, reasons, warnings, suggestion) ->
            new Answer(Word.NO, List.of(), resources, data, reasons, warnings, suggestion));
  }

  /** None, one in the flat form, or several with words of their own. */
  private static Arbitrary<List<Interface>> ways() {
    Arbitrary<Interface> flat = Combinators.combine(names(), trees(2).optional()).as(Interface::of);
    Arbitrary<Interface> full =
        Combinators.combine(
                names(),
                trees(2).optional(),
                mappings().optional(),
                data().optional(),
                reasons(Arbitraries.just(none())))
            .as(Interface::new);
    return Arbitraries.oneOf(flat.list().ofMaxSize(1), full.list().ofMinSize(2).ofMaxSize(4));
  }

  private static Arbitrary<List<Reason>> reasons(Arbitrary<Optional<Permanence>> lasting) {
    return Combinators.combine(names(), texts(), texts(), texts(), texts(), lasting, texts())
        .as(Reason::new)
        .list()
        .ofMaxSize(3);
  }

  private static Optional<Permanence> none() {
    return Optional.empty();
  }

  private static Arbitrary<Tree> data() {
    return mappings().list().ofMinSize(1).ofMaxSize(3).map(Tree::list);
  }

  private static Arbitrary<Tree> mappings() {
    return Arbitraries.maps(names(), trees(1)).ofMinSize(1).ofMaxSize(3).map(Tree::map);
  }

  /** What an owner may write as {@code serviceinfo}. */
  private static Arbitrary<Tree> trees(int depth) {
    Arbitrary<Tree> scalars =
        Arbitraries.oneOf(
            texts().map(Tree::text),
            Arbitraries.of("0", "-1.50", "1e3", "true", "false").map(Tree::literal));
    if (depth == 0) {
      return scalars;
    }
    return Arbitraries.oneOf(
        scalars,
        trees(depth - 1).list().ofMaxSize(3).map(Tree::list),
        Arbitraries.maps(names(), trees(depth - 1))
            .ofMaxSize(3)
            .map((Map<String, Tree> m) -> Tree.map(m)));
  }

  private static Arbitrary<String> names() {
    return texts().filter(text -> !text.isBlank());
  }

  /** Words that some format might take for something else, and characters that it must escape. */
  private static Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            "",
            " ",
            "YES",
            "no",
            "null",
            "~",
            "0123",
            "1.10",
            "0x1f",
            "<<",
            "- a",
            "a: b",
            "#",
            "!tag",
            "&a",
            "*a",
            "{a,b}",
            "[",
            "item",
            "member",
            "answer",
            "x y",
            "\n",
            "a\nb\n",
            " lead",
            "trail ",
            "\t",
            "\r",
            "a\r\nb",
            "<a>&amp;]]>",
            "\"'\\",
            "2026-01-01",
            "---",
            "=",
            "é",
            "😀"),
        Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(12),
        Arbitraries.strings().withCharRange('\u00a0', '\u2100').ofMaxLength(5));
  }
}
