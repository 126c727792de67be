// SPDX-License-Identifier: Apache-2.0
package org.whereto.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Chance that comes out the same for the same seed. */
final class Dice {

  private final SplittableRandom random;

  Dice(long seed) {
    random = new SplittableRandom(seed);
  }

  /** For dice that come out the same whenever they are thrown. */
  long seed() {
    return random.nextLong();
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /** True in this many of a hundred cases. */
  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  @SafeVarargs
  final <T> T of(T... values) {
    return values[below(values.length)];
  }

  <T> T of(List<T> values) {
    return values.get(below(values.size()));
  }

  /** At least so many and at most so many of these, none twice, in any order. */
  <T> List<T> some(List<T> values, int least, int most) {
    List<T> left = new ArrayList<>(values);
    List<T> chosen = new ArrayList<>();
    int count = least + below(most - least + 1);
    while (chosen.size() < count && !left.isEmpty()) {
      chosen.add(left.remove(below(left.size())));
    }
    return chosen;
  }
}
