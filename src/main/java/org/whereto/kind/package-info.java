// SPDX-License-Identifier: Apache-2.0
/** The kinds of task: code that can read their taskinfo. One file for each kind. */
@NullMarked
package org.whereto.kind;

import org.jspecify.annotations.NullMarked;
