// SPDX-License-Identifier: Apache-2.0
/** What systems that hold data say of it: Rucio, VOSpace, S3, web servers. */
@NullMarked
package org.whereto.systems.data;

import org.jspecify.annotations.NullMarked;
