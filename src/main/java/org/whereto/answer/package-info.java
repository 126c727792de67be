// SPDX-License-Identifier: Apache-2.0
/** The reply: what a platform answers, and the findings that it rests on. */
@NullMarked
package org.whereto.answer;

import org.jspecify.annotations.NullMarked;
