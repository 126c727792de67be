// SPDX-License-Identifier: Apache-2.0
/**
 * What registries say of images: manifests, configurations, tokens, and what is remembered of them.
 */
@NullMarked
package org.whereto.systems.registry;

import org.jspecify.annotations.NullMarked;
