// SPDX-License-Identifier: Apache-2.0
package org.whereto.oracle;

/** What makes a question bad input. */
record Fault(String code, String path) {}
