// SPDX-License-Identifier: Apache-2.0
/** Binder repositories: the environment that they ask to be built. */
@NullMarked
package org.whereto.kind.binder;

import org.jspecify.annotations.NullMarked;
