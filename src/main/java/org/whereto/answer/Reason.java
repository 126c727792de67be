// SPDX-License-Identifier: Apache-2.0
package org.whereto.answer;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.whereto.tree.OneLine;

/**
 * Why not, or what to mind (wire.md, section 2). Every text is empty where there is nothing to say,
 * and cut where somebody's own words would make it too long for anybody to read.
 *
 * @param code stable and for machines, like {@code image.not-allowed}
 * @param path the field, like {@code taskinfo.image}
 * @param text one plain sentence
 * @param asked what was asked, in the request's own units
 * @param limit what the platform allows
 * @param permanence empty for a warning
 * @param interfaceName servicetype of the one interface it holds for, with {@code #2} where several
 *     share it; empty if it holds for all
 */
public record Reason(
    String code,
    String path,
    String text,
    String asked,
    String limit,
    Optional<Permanence> permanence,
    String interfaceName) {

  private static final int SHOWN = 10;

  /** UTF-16 units of one text. */
  private static final int LONGEST = 2000;

  public Reason {
    text = OneLine.cut(text, LONGEST);
    asked = OneLine.cut(asked, LONGEST);
    limit = OneLine.cut(limit, LONGEST);
  }

  /** A reason or warning that holds for all interfaces. */
  public static Reason of(String code, String path, String text) {
    return new Reason(code, path, text, "", "", Optional.empty(), "");
  }

  public Reason comparing(String whatWasAsked, String whatIsAllowed) {
    return new Reason(code, path, text, whatWasAsked, whatIsAllowed, permanence, interfaceName);
  }

  public Reason lasting(Permanence howLong) {
    return new Reason(code, path, text, asked, limit, Optional.of(howLong), interfaceName);
  }

  public Reason on(String oneInterface) {
    return new Reason(code, path, text, asked, limit, permanence, oneInterface);
  }

  /** Whether a YES that carries this warning holds only under a condition. */
  public boolean isCondition() {
    return code.endsWith(".not-given") || code.endsWith(".undetermined");
  }

  /** A list as {@code asked} and {@code limit} show it: ten of it, then how many more. */
  public static String listing(List<String> items) {
    String shown = items.stream().limit(SHOWN).collect(Collectors.joining(", "));
    return items.size() <= SHOWN ? shown : shown + ", and " + (items.size() - SHOWN) + " more";
  }
}
