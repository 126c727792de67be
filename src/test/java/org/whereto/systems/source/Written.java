// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import org.whereto.task.Amount.Measure;
import org.whereto.task.Resources;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Problems;
import org.whereto.tree.Settings;
import org.whereto.tree.Tree;

/** Settings and documents as people write them. */
final class Written {

  private Written() {}

  /** Those that every Task may name, and these. */
  static Map<String, Measure> measures(Map<String, Measure> further) {
    Map<String, Measure> all = new HashMap<>(Resources.STANDARD);
    all.putAll(further);
    return all;
  }

  /**
   * A source that has to be good, as it stands under its name; its owner measures scratch in bytes
   * and wait in seconds.
   */
  static SourceSettings source(String yaml) throws BadInput {
    Problems problems = new Problems();
    Tree tree = Formats.YAML.read(yaml.getBytes(UTF_8), Budget.OWNER, Keep.ALL);
    SourceSettings read =
        Settings.read(
            tree,
            problems,
            in ->
                SourceSettings.read(
                    in, measures(Map.of("scratch", Measure.BYTES, "wait", Measure.TIME))));
    if (!problems.isEmpty()) {
      throw new AssertionError(problems.all().toString());
    }
    return read;
  }
}
