// SPDX-License-Identifier: Apache-2.0
/** The question: a Task, who asks it, the facts that are found in it, and what a kind is. */
@NullMarked
package org.whereto.task;

import org.jspecify.annotations.NullMarked;
