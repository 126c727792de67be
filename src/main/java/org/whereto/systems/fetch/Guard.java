// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.fetch;

import org.apache.hc.client5.http.ssl.TlsSocketStrategy;

/**
 * What an owner lets pass.
 *
 * @param addresses to which connections may go
 * @param turns when
 * @param redirects how many are followed
 * @param tls how https is spoken
 */
record Guard(
    HostRules hosts,
    AddressRules addresses,
    Names names,
    Turns turns,
    int redirects,
    TlsSocketStrategy tls) {}
