// SPDX-License-Identifier: Apache-2.0
/**
 * Keys and certificates of a server that speaks TLS: read, checked, and followed as they change.
 */
@NullMarked
package org.whereto.http.tls;

import org.jspecify.annotations.NullMarked;
