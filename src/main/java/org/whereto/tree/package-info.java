// SPDX-License-Identifier: Apache-2.0
/** Bytes to trees and back, with budgets and places: the one reader of hostile input. */
@NullMarked
package org.whereto.tree;

import org.jspecify.annotations.NullMarked;
