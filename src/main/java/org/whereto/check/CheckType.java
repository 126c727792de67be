// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import java.util.Set;
import java.util.function.Function;
import org.whereto.task.Fact;
import org.whereto.tree.Settings;

/**
 * A kind of check that owners can use.
 *
 * @param name the key under {@code if:}
 * @param doc one sentence for the schema and the reference page
 * @param needs the facts that its kind must provide; empty if it reads the Task itself
 * @param read makes the check of an owner's settings, reporting all that is wrong with them
 */
public record CheckType(String name, String doc, Set<Fact> needs, Function<Settings, Check> read) {}
