// SPDX-License-Identifier: Apache-2.0
/** Whether what a Task asks for fits into what a platform has, exactly. */
@NullMarked
package org.whereto.check.room;

import org.jspecify.annotations.NullMarked;
