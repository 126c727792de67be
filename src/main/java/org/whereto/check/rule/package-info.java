// SPDX-License-Identifier: Apache-2.0
/** Owners' expressions: read with their types, and evaluated within bounds. */
@NullMarked
package org.whereto.check.rule;

import org.jspecify.annotations.NullMarked;
