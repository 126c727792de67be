// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Trees of any shape with any text that there is, and more of what readers trip over. */
public final class Trees {

  private static final String[] ODD = {
    "",
    "y",
    "Yes",
    "NO",
    "on",
    "~",
    "null",
    "True",
    "0x1F",
    "0o17",
    "0b1",
    "1_000",
    "1:30",
    "+1",
    ".5",
    "1.",
    "1e3",
    ".inf",
    "-.INF",
    ".NaN",
    "2001-01-01",
    "=",
    "<<",
    "---",
    "...",
    "- a",
    "a: b",
    "a:",
    "a #b",
    "#a",
    " a",
    "a ",
    "\t",
    "\n",
    "a\nb",
    "a\nb\n",
    "a\n\n",
    "\na",
    "a\n b\n",
    " a\nb",
    "a\n \nb",
    "\r",
    "a\r\nb",
    "\u0085",
    "\u2028",
    "\uFEFF",
    "\u0000",
    "\u001B[31m",
    "\u202Ea",
    "\uD83D\uDE00",
    "a\n\uD83D\uDE00\n",
    "\uFFFD",
    "&a",
    "*a",
    "!a",
    "|",
    ">",
    "%a",
    "@a",
    "`a",
    "[",
    "]",
    "{}",
    ",",
    "?",
    "? a",
    "-",
    ":",
    "'",
    "\"",
    "\\",
    "]]>",
    "<a>",
    "&amp;",
    "k: v\n- w\n",
    "a\n---\nb\n",
    "a\n\tb\n",
    "uri://zeppelin-notebook",
    "docker.io/example:1.0",
    "no, yes"
  };

  private Trees() {}

  public static Arbitrary<String> texts() {
    Arbitrary<String> odd = Arbitraries.of(ODD);
    Arbitrary<String> signs =
        Arbitraries.strings().withChars(" \n\tab:#-'\"\\[]{},&*!|>%@`?=~<.0\r").ofMaxLength(12);
    Arbitrary<String> any =
        Arbitraries.integers()
            .between(0, 0x10FFFF)
            .filter(c -> c < 0xD800 || c > 0xDFFF)
            .list()
            .ofMaxSize(8)
            .map(Trees::text);
    return Arbitraries.oneOf(odd, signs, any);
  }

  private static String text(List<Integer> codePoints) {
    StringBuilder text = new StringBuilder();
    codePoints.forEach(text::appendCodePoint);
    return text.toString();
  }

  private static Arbitrary<Tree> scalars() {
    Arbitrary<Tree> texts = texts().map(Tree::text);
    Arbitrary<Tree> literals =
        Arbitraries.of("0", "-0", "1.10", "1e3", "-2.5E-7", "12345678901234567890", "true", "false")
            .map(Tree::literal);
    return Arbitraries.oneOf(texts, literals, Arbitraries.just(Tree.literal("null")));
  }

  public static Arbitrary<Tree> trees() {
    return trees(3);
  }

  private static Arbitrary<Tree> trees(int depth) {
    if (depth == 0) {
      return scalars();
    }
    Arbitrary<Tree> below = Arbitraries.lazy(() -> trees(depth - 1));
    Arbitrary<Tree> lists = below.list().ofMaxSize(4).map(Tree::list);
    Arbitrary<Tree> maps = Arbitraries.maps(texts(), below).ofMaxSize(4).map(Tree::map);
    return Arbitraries.oneOf(scalars(), lists, maps);
  }

  /** The tree that XML can say. */
  public static Tree withoutForbidden(Tree tree) {
    return switch (tree) {
      case Tree.Scalar scalar ->
          new Tree.Scalar(XmlText.allowed(scalar.text()), scalar.plain(), "", Place.NONE);
      case Tree.Sequence sequence ->
          Tree.list(sequence.items().stream().map(Trees::withoutForbidden).toList());
      case Tree.Mapping mapping -> {
        Map<String, Tree> members = new LinkedHashMap<>();
        mapping
            .members()
            .forEach((name, member) -> {
              String allowed = XmlText.allowed(name);
              while (members.containsKey(allowed)) {
                allowed += "\uFFFD";
              }
              members.put(allowed, withoutForbidden(member.value()));
            });
        yield Tree.map(members);
      }
    };
  }
}
