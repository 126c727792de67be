// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import java.util.List;

/**
 * YAML 1.2, one document, with aliases and the merge key {@code <<} of YAML 1.1 resolved.
 *
 * <p>Refused: a name twice (also {@code <<}), a name that is no text or has a tag other than {@code
 * !!str}, an alias inside of what it names, half a surrogate pair, a second document. Any other tag
 * stays on its node ({@code !reset}, {@code !!int}): the caller decides. A tag on a mapping that is
 * merged would be lost, so it is refused.
 *
 * <p>An alias costs the nodes, levels and text that it repeats, each time; {@code <<} with an alias
 * counts as one alias, with anything else as one too. What a {@link Keep} skips is not counted,
 * except a node with an anchor or under a merge key: those are built whole, since what is kept may
 * need them.
 */
public final class Yaml implements Format {

  @Override
  public String name() {
    return "yaml";
  }

  @Override
  public List<String> mediaTypes() {
    return List.of("application/yaml", "text/yaml", "application/x-yaml", "text/x-yaml");
  }

  /**
   * Block style. A text that YAML 1.1 or 1.2 would read as something else stands in quotes; of the
   * scalars without quotes only JSON literals are written plain, all others as text.
   */
  @Override
  public byte[] write(Tree tree) {
    return Utf8.encode(new YamlWriter(false).text(tree));
  }

  /**
   * The same for a document that was read as YAML and goes back to whoever wrote it: what stood
   * without quotes ({@code yes}, {@code 0123}) stands without again, so that every reader takes it
   * for what it was.
   */
  public byte[] writeAsRead(Tree tree) {
    return Utf8.encode(new YamlWriter(true).text(tree));
  }

  @Override
  public Tree read(byte[] document, Budget budget, Keep keep) throws BadInput {
    return YamlReader.read(document, new Meter(name(), budget), Wanted.tree(keep));
  }

  /**
   * A member that comes by a merge key of the top level counts where the top level does not write
   * it out itself before the fault; of several the one that would win.
   */
  @Override
  public Glimpse glimpse(byte[] document, String member, Budget budget) {
    Glimpse glimpse = glimpseOnce(document, member, budget);
    if (glimpse.fault().isEmpty() || !glimpse.values().isEmpty()) {
      return glimpse;
    }
    int brace = leadingBrace(document);
    if (brace < 0) {
      return glimpse;
    }
    // Of one line in braces the parser hands out nothing before it has read all of it, since the
    // whole may yet be a key. Over two lines it cannot be one.
    byte[] lines = new byte[document.length + 1];
    System.arraycopy(document, 0, lines, 0, brace + 1);
    lines[brace + 1] = '\n';
    System.arraycopy(document, brace + 1, lines, brace + 2, document.length - brace - 1);
    List<Tree> values = glimpseOnce(lines, member, budget).values();
    return new Glimpse(values.stream().map(Wanted::withoutPlace).toList(), glimpse.fault());
  }

  private Glimpse glimpseOnce(byte[] document, String member, Budget budget) {
    return Wanted.glimpse(
        member, wanted -> YamlReader.read(document, new Meter(name(), budget), wanted));
  }

  /** Where the brace stands that begins the document, as JSON does; -1 if none does. */
  private static int leadingBrace(byte[] document) {
    int at = Utf8.hasMark(document) ? 3 : 0;
    while (at < document.length && " \n\r".indexOf(document[at]) >= 0) {
      at++;
    }
    return at < document.length && document[at] == '{' ? at : -1;
  }
}
