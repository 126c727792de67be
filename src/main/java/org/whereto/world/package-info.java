// SPDX-License-Identifier: Apache-2.0
/** Ports: what a decision may ask of the world outside the request. */
@NullMarked
package org.whereto.world;

import org.jspecify.annotations.NullMarked;
