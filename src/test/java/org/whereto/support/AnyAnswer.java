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
import org.whereto.tree.Trees;

/** Every answer that there may be, in the form that the wire has for it. */
public final class AnyAnswer {

  private final Arbitrary<String> texts;

  private AnyAnswer(Arbitrary<String> texts) {
    this.texts = texts;
  }

  /** Whatever a service may say that follows the note, be it ours or not. */
  public static Arbitrary<Answer> answers() {
    AnyAnswer any = new AnyAnswer(texts());
    return Arbitraries.oneOf(
        any.yes(0, any.mappings(), any.data()), any.no(any.mappings(), any.data(), any.mappings()));
  }

  /** What our own contract promises, with texts of any characters. */
  public static Arbitrary<Answer> ofOurs() {
    AnyAnswer any = new AnyAnswer(Arbitraries.oneOf(texts(), Trees.texts()));
    return Arbitraries.oneOf(
        any.yes(1, any.amounts(), any.standings()),
        any.no(any.amounts(), any.standings(), any.suggestions()));
  }

  private Arbitrary<Answer> yes(int ways, Arbitrary<Tree> resources, Arbitrary<Tree> data) {
    return Combinators.combine(
            ways(ways, resources, data),
            resources.optional(),
            data.optional(),
            reasons(Arbitraries.just(none())))
        .as((offered, amounts, standing, warnings) ->
            new Answer(
                Word.YES, offered, amounts, standing, List.of(), warnings, Optional.empty()));
  }

  private Arbitrary<Answer> no(
      Arbitrary<Tree> resources, Arbitrary<Tree> data, Arbitrary<Tree> suggestions) {
    return Combinators.combine(
            resources.optional(),
            data.optional(),
            reasons(Arbitraries.of(Permanence.class).optional()),
            reasons(Arbitraries.just(none())),
            suggestions.optional())
        .as((amounts, standing, reasons, warnings, suggestion) ->
            new Answer(Word.NO, List.of(), amounts, standing, reasons, warnings, suggestion));
  }

  /** None, one in the flat form, or several with words of their own. */
  private Arbitrary<List<Interface>> ways(
      int least, Arbitrary<Tree> resources, Arbitrary<Tree> data) {
    Arbitrary<Interface> flat = Combinators.combine(names(), trees(2).optional()).as(Interface::of);
    Arbitrary<Interface> full =
        Combinators.combine(
                names(),
                trees(2).optional(),
                resources.optional(),
                data.optional(),
                reasons(Arbitraries.just(none())))
            .as(Interface::new);
    return Arbitraries.oneOf(
        flat.list().ofMinSize(least).ofMaxSize(1), full.list().ofMinSize(2).ofMaxSize(4));
  }

  private Arbitrary<List<Reason>> reasons(Arbitrary<Optional<Permanence>> lasting) {
    return Combinators.combine(names(), texts, texts, texts, texts, lasting, texts)
        .as(Reason::new)
        .list()
        .ofMaxSize(3);
  }

  private static Optional<Permanence> none() {
    return Optional.empty();
  }

  private Arbitrary<Tree> data() {
    return mappings().list().ofMinSize(1).ofMaxSize(3).map(Tree::list);
  }

  private Arbitrary<Tree> amounts() {
    return Arbitraries.maps(names(), texts.map(Tree::text))
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(Tree::map);
  }

  private Arbitrary<Tree> standings() {
    Arbitrary<String> standing = Arbitraries.of("here", "reachable", "absent", "unknown");
    Arbitrary<Optional<String>> size =
        Arbitraries.of("0", "1048576", "123456789012345678901234567890").optional();
    return Combinators.combine(names(), standing, size)
        .as((datatype, stands, bytes) -> {
          Tree.Builder item = Tree.build().put("datatype", datatype).put("standing", stands);
          bytes.ifPresent(number -> item.put("size", Tree.literal(number)));
          return (Tree) item.done();
        })
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(Tree::list);
  }

  private Arbitrary<Tree> suggestions() {
    return Combinators.combine(names(), mappings(), trees(1).optional(), trees(1).optional())
        .as((name, rest, from, to) -> {
          Tree.Builder change = Tree.build().put("path", name);
          from.ifPresent(value -> change.put("from", value));
          to.ifPresent(value -> change.put("to", value));
          Tree.Builder suggestion = Tree.build();
          if (from.isPresent()) {
            Tree.Mapping task = Tree.build().put("tasktype", name).done();
            suggestion.put("task", task.with("taskinfo", rest));
          }
          return suggestion.put("changes", Tree.list(List.of(change.done()))).done();
        });
  }

  private Arbitrary<Tree> mappings() {
    return Arbitraries.maps(names(), trees(1)).ofMinSize(1).ofMaxSize(3).map(Tree::map);
  }

  /** What an owner may write as {@code serviceinfo}. */
  private Arbitrary<Tree> trees(int depth) {
    Arbitrary<Tree> scalars =
        Arbitraries.oneOf(
            texts.map(Tree::text),
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

  private Arbitrary<String> names() {
    return texts.filter(text -> !text.isBlank());
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
