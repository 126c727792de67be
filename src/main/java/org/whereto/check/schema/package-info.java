// SPDX-License-Identifier: Apache-2.0
/** A JSON Schema that an owner wrote, and what a Task's texts say by it. */
@NullMarked
package org.whereto.check.schema;

import org.jspecify.annotations.NullMarked;
