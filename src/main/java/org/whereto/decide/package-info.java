// SPDX-License-Identifier: Apache-2.0
/** The decision: one pure function from a question, a caller, a platform and a world. */
@NullMarked
package org.whereto.decide;

import org.jspecify.annotations.NullMarked;
