// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.source;

/**
 * Generic resources as Slurm writes them: {@code gpu:a100:4(S:0-1),shard:16}, and of those in use
 * {@code gpu:a100:2(IDX:0,3)}.
 */
final class Gres {

  private static final String GPU = "gpu";
  private static final int LONGEST_NUMBER = 6;

  private Gres() {}

  /**
   * How many GPUs of all types there are.
   *
   * @throws Unread where a number is none
   */
  static long gpus(String text) throws Unread {
    long count = 0;
    for (String one : withoutBrackets(text).split(",", -1)) {
      String[] parts = one.strip().split(":", -1);
      if (parts[0].equals(GPU)) {
        count += parts.length == 1 ? 1 : number(parts[parts.length - 1]);
      }
    }
    return count;
  }

  private static long number(String text) throws Unread {
    boolean number =
        !text.isEmpty()
            && text.length() <= LONGEST_NUMBER
            && text.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!number) {
      throw new Unread("Slurm gives GPUs (gres) in a way that cannot be read.");
    }
    return Long.parseLong(text);
  }

  private static String withoutBrackets(String text) {
    StringBuilder outside = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : 0;
      if (depth == 0) {
        outside.append(c);
      }
      depth -= c == ')' && depth > 0 ? 1 : 0;
    }
    return outside.toString();
  }
}
