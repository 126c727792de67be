// SPDX-License-Identifier: Apache-2.0
/** What is told of the service: metrics and the log of decisions. */
@NullMarked
package org.whereto.http.watch;

import org.jspecify.annotations.NullMarked;
