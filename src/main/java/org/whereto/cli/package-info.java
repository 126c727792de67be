// SPDX-License-Identifier: Apache-2.0
/** The command line: one file for each sub-command, a thin skin on {@link org.whereto.Whereto}. */
@NullMarked
package org.whereto.cli;

import org.jspecify.annotations.NullMarked;
