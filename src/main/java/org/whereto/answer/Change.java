// SPDX-License-Identifier: Apache-2.0
package org.whereto.answer;

import java.util.Optional;
import org.whereto.tree.Path;
import org.whereto.tree.Tree;

/**
 * One difference between a Task as it was asked and a repaired one.
 *
 * @param path spelt as in reasons: of the Task, like {@code taskinfo.image}, or below the document
 *     that it holds, like {@code services.web.privileged}; items are counted as they were asked
 * @param from empty where nothing stood there
 * @param to empty where it is taken out
 */
public record Change(Path path, Optional<Tree> from, Optional<Tree> to) {}
