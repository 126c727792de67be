// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.fetch;

import java.net.UnknownHostException;
import java.util.List;

/** Which addresses a host has. */
interface Names {

  /**
   * All addresses of a name; may take its time.
   *
   * @throws UnknownHostException if there are none, or none can be found now
   */
  List<IpAddress> addresses(String name) throws UnknownHostException, InterruptedException;
}
