// SPDX-License-Identifier: Apache-2.0
package org.whereto.http;

import java.util.List;

/** What stands at one path. */
interface Resource {

  /** The methods that it knows, in the order in which {@code Allow} names them. */
  default List<String> methods() {
    return List.of("GET", "HEAD", "OPTIONS");
  }

  /** Answers one request whose method is one of these, other than OPTIONS; at once or later. */
  void answer(Exchange exchange);
}
