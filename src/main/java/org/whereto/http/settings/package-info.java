// SPDX-License-Identifier: Apache-2.0
/** What the owner of a server sets. */
@NullMarked
package org.whereto.http.settings;

import org.jspecify.annotations.NullMarked;
