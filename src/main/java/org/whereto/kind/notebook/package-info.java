// SPDX-License-Identifier: Apache-2.0
/** Jupyter notebooks and Zeppelin notes, and the languages that they need. */
@NullMarked
package org.whereto.kind.notebook;

import org.jspecify.annotations.NullMarked;
