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
    return Utf8.encode(new YamlWriter().text(tree));
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
    return Wanted.glimpse(
        member, wanted -> YamlReader.read(document, new Meter(name(), budget), wanted));
  }
}
