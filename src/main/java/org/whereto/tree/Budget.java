// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

/**
 * What one document may cost. A reader stops at the first limit that is passed, with a {@link
 * BadInput} that names it.
 *
 * @param bytes size of the document; also of the text that its aliases repeat
 * @param depth levels of nesting
 * @param nodes nodes that are kept; what a {@link Keep} skips counts only bytes and depth, a
 *     subtree that an alias or a merge key repeats counts each time at full size
 * @param scalar UTF-16 units of one text
 * @param name UTF-16 units of one member name
 * @param aliases aliases of a YAML document, merge keys among them
 */
public record Budget(int bytes, int depth, int nodes, int scalar, int name, int aliases) {

  private static final int MIB = 1 << 20;

  /** A request in YAML or a form, an owner's file: 1 MiB. */
  public static final Budget SMALL = new Budget(MIB, 64, 50_000, 256 * 1024, 256, 100);

  /** A request in JSON or multipart, a notebook: 16 MiB. */
  public static final Budget LARGE = new Budget(16 * MIB, 64, 50_000, 256 * 1024, 256, 100);

  /** A file of the platform's owner: as long as a list of allowed images may grow. */
  public static final Budget OWNER =
      new Budget(128 * MIB, 64, 10_000_000, 256 * 1024, 1024, 10_000);

  /** The same limits for a document of another size. */
  public Budget withBytes(int most) {
    return new Budget(most, depth, nodes, scalar, name, aliases);
  }

  /** The same limits with texts as long as the document: for content that is carried as text. */
  public Budget withLongTexts() {
    return new Budget(bytes, depth, nodes, bytes, name, aliases);
  }
}
