// SPDX-License-Identifier: Apache-2.0
/** Who callers are: tokens, the issuers who gave them, and what these say of somebody. */
@NullMarked
package org.whereto.systems.identity;

import org.jspecify.annotations.NullMarked;
