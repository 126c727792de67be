// SPDX-License-Identifier: Apache-2.0
package org.whereto.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/**
 * One reply as it came over the wire.
 *
 * @param head status line and headers, each line with its end; interim replies (RFC 9110, section
 *     15.2) stand before it, each with its empty line
 * @param octets its body, without the framing of chunks, each octet as one character
 */
public record RawReply(String head, String octets) {

  /** The final status. */
  public int status() {
    return Integer.parseInt(lines().getFirst().split(" ", 3)[1]);
  }

  /** The value of a header of the final reply; several are joined by commas; empty if none. */
  public String header(String name) {
    List<String> values =
        lines().stream()
            .skip(1)
            .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
            .map(line -> line.substring(name.length() + 1).strip())
            .toList();
    return String.join(", ", values);
  }

  public String text() {
    return new String(octets.getBytes(ISO_8859_1), UTF_8);
  }

  /** Whether it says that no other reply follows on its connection. */
  public boolean isLast() {
    return header("Connection").equalsIgnoreCase("close");
  }

  /** All of it, as a file of a person: head and body, lines of the head without CR. */
  public String written() {
    return head.replace("\r\n", "\n") + "\n" + text();
  }

  private List<String> lines() {
    int from = head.lastIndexOf("\r\n\r\n");
    return head.substring(from < 0 ? 0 : from + 4).lines().toList();
  }

  @Override
  public String toString() {
    return head + "\r\n" + octets;
  }
}
