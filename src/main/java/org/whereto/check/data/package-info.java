// SPDX-License-Identifier: Apache-2.0
/** What an owner says of data, and how a data item of a Task stands to it. */
@NullMarked
package org.whereto.check.data;

import org.jspecify.annotations.NullMarked;
