// SPDX-License-Identifier: Apache-2.0
/** Adapters of the ports: one outside system per file, all reached through one guarded fetch. */
@NullMarked
package org.whereto.systems;

import org.jspecify.annotations.NullMarked;
