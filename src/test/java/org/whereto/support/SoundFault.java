// SPDX-License-Identifier: Apache-2.0
package org.whereto.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.whereto.tree.BadInput;

/** What holds of every fault that a reader tells, whatever the bytes were. */
public final class SoundFault {

  private static final Pattern CODE = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)+");

  /** A sentence repeats a name or two of the document, but never all of it. */
  private static final int LONGEST = 3000;

  private SoundFault() {}

  /** Fails where a machine could not use the code, or a person not the sentence. */
  public static void check(BadInput fault) {
    assertThat(fault.code()).matches(CODE);
    assertThat(fault.sentence()).isNotBlank().hasSizeLessThan(LONGEST);
    assertThat(fault.path().text()).isNotNull();
    assertThat(fault.place().line()).isNotNegative();
    assertThat(fault.place().column()).isNotNegative();
  }
}
