// SPDX-License-Identifier: Apache-2.0
/** What goes over the wire: questions and answers as documents, and back (wire.md). */
@NullMarked
package org.whereto.wire;

import org.jspecify.annotations.NullMarked;
