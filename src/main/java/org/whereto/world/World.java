// SPDX-License-Identifier: Apache-2.0
package org.whereto.world;

import java.util.stream.Collectors;

/** Everything a decision may ask of the world, as one owner allows it. */
public record World(Documents documents) {

  /** A world that is never asked: what the request does not say is not known. */
  public static final World CLOSED =
      new World(urls ->
          urls.stream()
              .collect(
                  Collectors.toMap(
                      url -> url,
                      url -> new Known.Refused<>("This platform does not fetch URLs."))));

  /** Whether it is known beforehand, and at once, what it will say. */
  public boolean isClosed() {
    return documents.equals(CLOSED.documents);
  }
}
