// SPDX-License-Identifier: Apache-2.0
/** Texts of a Task as the values that an owner means: the same whatever form the request had. */
@NullMarked
package org.whereto.check.value;

import org.jspecify.annotations.NullMarked;
