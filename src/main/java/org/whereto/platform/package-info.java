// SPDX-License-Identifier: Apache-2.0
/** What an owner declares about a platform, read and checked. */
@NullMarked
package org.whereto.platform;

import org.jspecify.annotations.NullMarked;
