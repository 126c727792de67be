// SPDX-License-Identifier: Apache-2.0
package org.whereto.check.schema;

import org.whereto.tree.Path;

/**
 * Something in a Task that a schema does not allow.
 *
 * @param path where in the Task
 * @param sentence one plain sentence
 * @param asked the value; empty where there is none
 * @param limit what is allowed; empty where it cannot be said in short
 */
public record Flaw(Path path, String sentence, String asked, String limit) {}
