// SPDX-License-Identifier: Apache-2.0
/** A person's file, folder, address or image name, and the Task that it stands for. */
@NullMarked
package org.whereto.inspect;

import org.jspecify.annotations.NullMarked;
