// SPDX-License-Identifier: Apache-2.0
package org.whereto.check.data;

/** With which credentials a Task reaches data. */
public enum Credentials {
  /** With none: anybody may read it. */
  ANONYMOUS,
  /** With those of whoever runs the Task, who has to pass them on. */
  CALLER_TOKEN,
  /** With the platform's own. */
  PLATFORM
}
