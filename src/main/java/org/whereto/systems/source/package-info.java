// SPDX-License-Identifier: Apache-2.0
/** Where the amounts come from that are available: sources that are read in the background. */
@NullMarked
package org.whereto.systems.source;

import org.jspecify.annotations.NullMarked;
