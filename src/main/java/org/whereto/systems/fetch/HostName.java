// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.fetch;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.whereto.tree.BadInput;

/**
 * The host of a URL: a name of letters, digits and hyphens, or an IP address in the one spelling
 * that all programs read alike.
 *
 * @param text in lower case; an address of version 6 without its brackets
 * @param address empty where it is a name
 */
record HostName(String text, Optional<IpAddress> address) {

  private static final int LONGEST = 253;

  private static final Pattern NAME =
      Pattern.compile(
          "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?+(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?+)*+");

  /**
   * The last part of a host. Where it begins with a digit, some programs take the whole for an
   * address, in whatever spelling they know; no name of the Internet ends so.
   */
  private static final Pattern NUMBER = Pattern.compile("[0-9].*");

  /**
   * Reads the host of a URL.
   *
   * @throws BadInput {@code fetch.bad-url}, with the remedy
   */
  static HostName of(String written) throws BadInput {
    String text = written.toLowerCase(Locale.ROOT);
    if (text.startsWith("[") || text.endsWith("]")) {
      return version6(text);
    }
    if (text.isEmpty()) {
      throw FetchUrl.fault("The URL names no host.");
    }
    if (NUMBER.matcher(text.substring(text.lastIndexOf('.') + 1)).matches()) {
      return version4(text);
    }
    if (text.length() > LONGEST || !NAME.matcher(text).matches()) {
      throw FetchUrl.fault(
          "The host of the URL must be a name of letters, digits and hyphens between dots, or an IP"
              + " address: write the name in full, without a dot at its end.");
    }
    return new HostName(text, Optional.empty());
  }

  /** As it stands in a URL. */
  String inUrl() {
    return text.indexOf(':') < 0 ? text : "[" + text + "]";
  }

  private static HostName version4(String text) throws BadInput {
    Optional<IpAddress> address = IpAddress.version4(text);
    if (address.isEmpty()) {
      throw FetchUrl.fault(
          "The host of the URL is neither a name, whose last part begins with a letter, nor an IP"
              + " address in its usual form: write four numbers from 0 to 255, without leading"
              + " zeros, like 192.0.2.1.");
    }
    return new HostName(text, address);
  }

  private static HostName version6(String text) throws BadInput {
    Optional<IpAddress> address =
        text.startsWith("[") && text.endsWith("]")
            ? IpAddress.version6(text.substring(1, text.length() - 1))
            : Optional.empty();
    if (address.isEmpty()) {
      throw FetchUrl.fault(
          "The host of the URL is no IPv6 address in its usual form: write it like [2001:db8::1],"
              + " without a zone.");
    }
    String usual = address.get().toString();
    if (!text.equals("[" + usual + "]")) {
      throw FetchUrl.fault("The host of the URL must be written as [" + usual + "].");
    }
    return new HostName(usual, address);
  }
}
