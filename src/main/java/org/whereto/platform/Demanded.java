// SPDX-License-Identifier: Apache-2.0
package org.whereto.platform;

import java.util.Set;
import org.whereto.check.Check;
import org.whereto.task.Fact;
import org.whereto.tree.Place;

/**
 * One check as an owner configured it.
 *
 * @param name its key under {@code if:}
 * @param place where it stands in the file
 * @param needs the facts without which it cannot look
 */
public record Demanded(String name, Set<Fact> needs, Check check, Place place) {}
