// SPDX-License-Identifier: Apache-2.0
/** Containers and compose files: the images that would run, and what they ask of their host. */
@NullMarked
package org.whereto.kind.docker;

import org.jspecify.annotations.NullMarked;
