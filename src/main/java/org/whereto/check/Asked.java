// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import org.whereto.task.Caller;
import org.whereto.task.Facts;
import org.whereto.task.Task;

/** What a check looks at. */
public record Asked(Task task, Facts facts, Caller caller) {}
