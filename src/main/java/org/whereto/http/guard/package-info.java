// SPDX-License-Identifier: Apache-2.0
/**
 * What stands between a socket and the HTTP library: only what can be read in one way gets through,
 * and in time.
 */
@NullMarked
package org.whereto.http.guard;

import org.jspecify.annotations.NullMarked;
