// SPDX-License-Identifier: Apache-2.0
/** The library: ask and decide in a few lines. */
@NullMarked
package org.whereto;

import org.jspecify.annotations.NullMarked;
