// SPDX-License-Identifier: Apache-2.0
package org.whereto.wire;

import java.util.Locale;
import java.util.Set;
import org.whereto.task.Task;

/** The name of a parameter or part, decoded: usually the path of a member of the Task. */
record FieldName(String text) {

  private static final String RESPONSE_FORMAT = "responseformat";
  private static final String IN_BRACKETS = "[" + Task.TASKTYPE + "]";

  /** Names of IVOA's DALI standard, and of RFC 6750, that lie outside the Task. */
  private static final Set<String> OUTSIDE = Set.of("request", "version", "runid", "access_token");

  /** Whether it is the task type, or something below it. */
  boolean isAboutTasktype() {
    return isTasktype()
        || text.startsWith(Task.TASKTYPE + ".")
        || text.startsWith(Task.TASKTYPE + "[")
        || text.startsWith(IN_BRACKETS);
  }

  boolean isTasktype() {
    return text.equals(Task.TASKTYPE) || text.equals(IN_BRACKETS);
  }

  boolean isResponseFormat() {
    return text.length() == RESPONSE_FORMAT.length() && lower().equals(RESPONSE_FORMAT);
  }

  /** Whether it is no member of the Task, and of no interest. */
  boolean isIgnored() {
    return OUTSIDE.contains(lower());
  }

  /** Whether it is a member of the Task. */
  boolean isTasks() {
    return !isIgnored() && !isResponseFormat();
  }

  /** Only ASCII has cases here: some other letters have an ASCII letter for their small one. */
  private String lower() {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return text;
      }
    }
    return text.toLowerCase(Locale.ROOT);
  }
}
