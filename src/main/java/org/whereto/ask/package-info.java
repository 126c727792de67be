// SPDX-License-Identifier: Apache-2.0
/** Asking: everywhere at once, within one deadline, and what the answers mean together. */
@NullMarked
package org.whereto.ask;

import org.jspecify.annotations.NullMarked;
