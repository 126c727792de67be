// SPDX-License-Identifier: Apache-2.0
package org.whereto.world;

import java.net.URI;
import java.util.Map;
import java.util.Set;

/** Content that a Task names by URL. */
public interface Documents {

  /** The content of each URL as text; every URL asked for is a key of the result. */
  Map<URI, Known<String>> fetch(Set<URI> urls);
}
