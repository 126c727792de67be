// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

/**
 * The dotted name of a node, as requests and reasons spell it: {@code taskinfo.image}, {@code
 * data[0].datatype}, {@code taskinfo.files[binder/environment.yml]}.
 */
public record Path(String text) {

  public static final Path ROOT = new Path("");

  /** The path of the member {@code name}; a name that holds dots or brackets stands in brackets. */
  public Path member(String name) {
    if (name.isEmpty() || isIndex(name) || name.chars().anyMatch(c -> c == '.' || c == '[')) {
      return new Path(text + "[" + name + "]");
    }
    return new Path(text.isEmpty() ? name : text + "." + name);
  }

  /** The path of the item {@code index}, from 0. */
  public Path item(int index) {
    return new Path(text + "[" + index + "]");
  }

  private static boolean isIndex(String name) {
    return name.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  @Override
  public String toString() {
    return text;
  }
}
