// SPDX-License-Identifier: Apache-2.0
/** What requests and replies are made of: forms of a body, statuses, problems, formats. */
@NullMarked
package org.whereto.http.message;

import org.jspecify.annotations.NullMarked;
