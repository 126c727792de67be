// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

/**
 * Something given to Whereto that cannot be read or makes no sense. Neither a NO nor "could not be
 * decided": the one who sent it can mend it.
 */
public final class BadInput extends Exception {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final transient Path path;
  private final transient Place place;

  /**
   * @param code stable and for machines, like {@code yaml.duplicate-key}
   * @param path the field at fault; {@link Path#ROOT} for the whole document
   * @param place where in the text; {@link Place#NONE} if there is no text
   * @param message one plain sentence that names the remedy where there is one
   */
  public BadInput(String code, Path path, Place place, String message) {
    super(message, null, false, false);
    this.code = code;
    this.path = path;
    this.place = place;
  }

  /** A fault of the whole, which has no place in a text. */
  public BadInput(String code, String message) {
    this(code, Path.ROOT, Place.NONE, message);
  }

  public String code() {
    return code;
  }

  public Path path() {
    return path;
  }

  public Place place() {
    return place;
  }

  /** The sentence, never null. */
  public String sentence() {
    String message = getMessage();
    return message == null ? code : message;
  }

  /** The same fault of a document that stands at {@code outer} in a larger one. */
  public BadInput below(Path outer) {
    String inner = path.text();
    boolean joined = inner.isEmpty() || inner.startsWith("[");
    String text = joined || outer.text().isEmpty() ? outer.text() + inner : outer + "." + inner;
    return new BadInput(code, new Path(text), place, sentence());
  }
}
