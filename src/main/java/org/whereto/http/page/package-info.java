// SPDX-License-Identifier: Apache-2.0
/** What the service says of itself, to people and to programs. */
@NullMarked
package org.whereto.http.page;

import org.jspecify.annotations.NullMarked;
