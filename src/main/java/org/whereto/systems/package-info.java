// SPDX-License-Identifier: Apache-2.0
/** What an owner lets a platform ask of the outside, and the worlds that this makes. */
@NullMarked
package org.whereto.systems;

import org.jspecify.annotations.NullMarked;
