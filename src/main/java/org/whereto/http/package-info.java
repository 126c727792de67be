// SPDX-License-Identifier: Apache-2.0
/** The service: HTTP around the one decision, and nothing else. */
@NullMarked
package org.whereto.http;

import org.jspecify.annotations.NullMarked;
