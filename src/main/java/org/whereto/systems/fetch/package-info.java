// SPDX-License-Identifier: Apache-2.0
/** The one way out: what is asked for, what comes of it, and what guards it. */
@NullMarked
package org.whereto.systems.fetch;

import org.jspecify.annotations.NullMarked;
