// SPDX-License-Identifier: Apache-2.0
/** What an owner can demand of a Task. One file for each check. */
@NullMarked
package org.whereto.check;

import org.jspecify.annotations.NullMarked;
