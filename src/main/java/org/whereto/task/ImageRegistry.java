// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import org.whereto.tree.BadInput;
import org.whereto.tree.OneLine;

/**
 * The registry part of an image's name: a host and a port. Spellings that reach the same registry
 * get the same normal form.
 */
public final class ImageRegistry {

  /** Where an image is looked for whose name says no registry. */
  public static final String DOCKER_HUB = "docker.io";

  /** Other hosts that serve Docker Hub's images. */
  public static final List<String> DOCKER_HUB_ALIASES =
      List.of("index.docker.io", "registry-1.docker.io", "registry.hub.docker.com");

  private static final String LOCALHOST = "localhost";
  private static final int HTTPS = 443;
  private static final int MOST_PORTS = 65_535;
  private static final int SHOWN = 60;

  private ImageRegistry() {}

  /**
   * Whether the first component of a name with slashes is a registry, not the first folder of a
   * repository on Docker Hub: by a dot, a colon, an upper-case letter, or being localhost.
   */
  public static boolean isNamedBy(String component) {
    return component.equals(LOCALHOST)
        || component.chars().anyMatch(c -> c == '.' || c == ':' || (c >= 'A' && c <= 'Z'));
  }

  /**
   * The normal form of {@code host[:port]}: lower case, Docker Hub under its one name, the port of
   * HTTPS left out (but where a host without a dot would then read as a folder of Docker Hub).
   *
   * @throws BadInput {@code image.malformed}
   */
  public static String normalise(String written) throws BadInput {
    int colon = written.indexOf(':', written.lastIndexOf(']') + 1);
    String host = host(colon < 0 ? written : written.substring(0, colon));
    int port = colon < 0 ? HTTPS : port(written.substring(colon + 1));
    if (port != HTTPS) {
      return host + ":" + port;
    }
    if (DOCKER_HUB_ALIASES.contains(host)) {
      return DOCKER_HUB;
    }
    return isNamedBy(host) ? host : host + ":" + HTTPS;
  }

  private static int port(String digits) throws BadInput {
    boolean number = !digits.isEmpty() && digits.length() <= 9 && isDigits(digits);
    int port = number ? Integer.parseInt(digits) : 0;
    if (port < 1 || port > MOST_PORTS) {
      throw fault(
          "The port \"" + shown(digits) + "\" of the registry must be a number from 1 to 65535.");
    }
    return port;
  }

  private static String host(String written) throws BadInput {
    if (written.startsWith("[")) {
      return address(written);
    }
    if (!HostName.isSound(written)) {
      throw fault(
          "\""
              + shown(written)
              + "\" is no registry: give a name like registry.example.org, of letters, digits and"
              + " inner hyphens between dots, or an address like 192.0.2.7.");
    }
    return written.toLowerCase(Locale.ROOT);
  }

  private static String address(String written) throws BadInput {
    String inner = written.substring(1, Math.max(1, written.length() - 1));
    boolean plausible =
        written.endsWith("]")
            && inner.contains(":")
            && inner.chars().allMatch(c -> c == ':' || Character.digit(c, 16) >= 0);
    try {
      if (plausible) {
        InetAddress address = InetAddress.ofLiteral(inner);
        String text = address.getHostAddress();
        return address instanceof Inet6Address ? "[" + text + "]" : text;
      }
    } catch (IllegalArgumentException notAnAddress) {
      // falls through to the one complaint
    }
    throw fault("\"" + shown(written) + "\" is no address of a registry, like [2001:db8::7].");
  }

  private static boolean isDigits(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static String shown(String text) {
    return OneLine.of(text, SHOWN);
  }

  static BadInput fault(String sentence) {
    return new BadInput("image.malformed", sentence);
  }
}
