// SPDX-License-Identifier: Apache-2.0
/** The owner's file: read, checked and turned into a platform. */
@NullMarked
package org.whereto.config;

import org.jspecify.annotations.NullMarked;
