// SPDX-License-Identifier: Apache-2.0
/** The question: a Task, who asks it, and the facts that a kind found in it. */
@NullMarked
package org.whereto.task;

import org.jspecify.annotations.NullMarked;
