// SPDX-License-Identifier: Apache-2.0
/** Getting tokens, and keeping them where nobody else can read them. */
@NullMarked
package org.whereto.ask.login;

import org.jspecify.annotations.NullMarked;
