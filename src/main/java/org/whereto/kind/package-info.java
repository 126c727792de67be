// SPDX-License-Identifier: Apache-2.0
/** The list of the kinds of task; each family of them has a package of its own below. */
@NullMarked
package org.whereto.kind;

import org.jspecify.annotations.NullMarked;
