// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Tells the HTTP client where to connect: to the addresses that were checked, without a second
 * look-up that might give others.
 *
 * @param host the one host that is asked
 */
record CheckedAddresses(String host, List<IpAddress> addresses) implements DnsResolver {

  @Override
  public InetAddress[] resolve(String name) throws UnknownHostException {
    if (!name.equals(host)) {
      throw new UnknownHostException(name);
    }
    InetAddress[] checked = new InetAddress[addresses.size()];
    for (int i = 0; i < checked.length; i++) {
      checked[i] = addresses.get(i).inet(host);
    }
    return checked;
  }

  @Override
  public String resolveCanonicalHostname(String name) {
    return name;
  }
}
