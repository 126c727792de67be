// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import java.util.Arrays;
import java.util.Locale;
import org.whereto.task.DataItem.VospaceNode;
import org.whereto.tree.BadInput;
import org.whereto.tree.OneLine;

/** Reads the names of nodes of a VOSpace: {@code vos://example.org!vospace/path} (VOSpace 2.1). */
public final class VospaceUri {

  private static final String SCHEME = "vos://";
  private static final int LONGEST = 2048;
  private static final int SHOWN = 100;

  /** Beside letters and digits, what a part of an authority may hold (IVOA Identifiers 2.0). */
  private static final String MARKS = "._-";

  private VospaceUri() {}

  /**
   * Reads the URI of a node.
   *
   * @throws BadInput {@code vospace.malformed}, with the remedy
   */
  public static VospaceNode of(String text) throws BadInput {
    if (!text.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw fault(text, "it must begin with vos:// and the name of the space");
    }
    if (text.length() > LONGEST) {
      throw fault(text, "it is longer than " + LONGEST + " characters");
    }
    int slash = text.indexOf('/', SCHEME.length());
    int end = slash < 0 ? text.length() : slash;
    try {
      return new VospaceNode(authority(text.substring(SCHEME.length(), end)), path(text, end));
    } catch (BadInput why) {
      throw why.code().equals("vospace.malformed") ? why : fault(text, why.sentence());
    }
  }

  /**
   * Reads the name of a space, as the URIs of its nodes carry it: {@code example.org!vospace} or
   * {@code example.org~vospace}, which are the same.
   *
   * @throws BadInput {@code vospace.malformed}, with the remedy
   */
  public static String authority(String text) throws BadInput {
    String normal = text.toLowerCase(Locale.ROOT).replace('~', '!');
    boolean sound = Arrays.stream(normal.split("!", -1)).allMatch(VospaceUri::isPart);
    if (!sound || text.length() > LONGEST) {
      throw new BadInput(
          "vospace.malformed",
          "\""
              + OneLine.of(text, SHOWN)
              + "\" is no name of a VOSpace: letters, digits, dots, hyphens and underscores, with !"
              + " or ~ between its parts, like example.org!vospace.");
    }
    return normal;
  }

  /**
   * Reads a path from the root of a space.
   *
   * @param text percent-encoded where that is needed; begins with a slash
   * @return without a slash at its end; the root is a slash
   * @throws BadInput {@code url.malformed}: the reason alone
   */
  static String path(String text) throws BadInput {
    String whole = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    if (whole.isEmpty()) {
      return "/";
    }
    if (whole.indexOf('?') >= 0 || whole.indexOf('#') >= 0) {
      throw why("it names a node alone: take out the ? or # and what follows it");
    }
    String path = UrlText.path(whole);
    if (!path.startsWith("/") || path.contains("//") || path.endsWith("/")) {
      throw why("each part of its path must have a name, and stand behind one slash");
    }
    if (path.contains("%2F")) {
      throw why("no name of a node holds a slash, so that none need be encoded");
    }
    return path;
  }

  /**
   * Reads what several paths begin with. One without a slash at its end is such a path itself; one
   * with it means only what lies below.
   *
   * @param text percent-encoded where that is needed; begins with a slash
   * @return with a slash at its end if the text has one
   * @throws BadInput {@code url.malformed}: the reason alone
   */
  public static String prefix(String text) throws BadInput {
    String path = path(text);
    return text.endsWith("/") && !path.equals("/") ? path + "/" : path;
  }

  private static String path(String uri, int begin) throws BadInput {
    String rest = uri.substring(begin);
    return rest.isEmpty() ? "/" : path(rest);
  }

  private static boolean isPart(String part) {
    return !part.isEmpty()
        && part.chars().allMatch(VospaceUri::isAllowed)
        && part.chars().anyMatch(c -> MARKS.indexOf(c) < 0);
  }

  private static boolean isAllowed(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || MARKS.indexOf(c) >= 0;
  }

  private static BadInput why(String reason) {
    return new BadInput("url.malformed", reason);
  }

  private static BadInput fault(String text, String why) {
    return new BadInput(
        "vospace.malformed",
        "\""
            + OneLine.of(text, SHOWN)
            + "\" is no URI of a node, like vos://example.org!vospace/path: "
            + why
            + ".");
  }
}
