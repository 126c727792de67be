// SPDX-License-Identifier: Apache-2.0
package org.whereto.config;

import org.whereto.tree.Tree.Scalar;

/**
 * A name of data in an owner's file.
 *
 * @param written as it stands there
 * @param normal in its normal form
 * @param isHere whether it stands under {@code here}; else under {@code reachable}
 */
record Placed(Scalar written, String normal, boolean isHere) {}
