// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.data;

import java.util.Optional;
import org.whereto.systems.fetch.FetchUrl;
import org.whereto.tree.BadInput;

/**
 * Where the interface of a system begins.
 *
 * @param text in the form that data items have ({@link org.whereto.task.WebUrl#endpoint})
 */
public record Endpoint(String text) {

  /** Whether an item of a Task means this endpoint; one that names none leaves it to us. */
  boolean isMeantBy(Optional<String> named) {
    return named.isEmpty() || named.get().equals(text);
  }

  /**
   * What stands below the endpoint.
   *
   * @param path begins with a slash; encoded as it is to be sent, with its query
   * @throws BadInput {@code fetch.bad-url}
   */
  FetchUrl at(String path) throws BadInput {
    return FetchUrl.of(text + path);
  }

  /** What may be asked; nothing where its host is one that no URL that is fetched can have. */
  Optional<FetchUrl> url() {
    try {
      return Optional.of(at("/"));
    } catch (BadInput _) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
