// SPDX-License-Identifier: Apache-2.0
package org.whereto.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import org.whereto.task.Question;
import org.whereto.tree.BadInput;
import org.whereto.wire.DocumentQuestion;
import org.whereto.wire.Form;
import org.whereto.wire.Multipart;
import org.whereto.wire.Query;

/**
 * One Task as a request says it.
 *
 * @param contentType of the body; empty where the query says it all
 * @param octets the query or the body, each octet as one character
 */
public record SentTask(String contentType, String octets) {

  /** The question that a server makes of it. */
  public Question question() throws BadInput {
    byte[] body = octets.getBytes(ISO_8859_1);
    return switch (contentType.split(";", 2)[0]) {
      case "" -> Query.of(octets);
      case "application/json" -> DocumentQuestion.json(body);
      case "application/yaml" -> DocumentQuestion.yaml(body);
      case "application/x-www-form-urlencoded" -> Form.of(body);
      default -> Multipart.of(body, contentType);
    };
  }

  /**
   * The request that asks it.
   *
   * @param path of the resource
   * @param headers further lines, without their ends
   */
  public byte[] request(String path, List<String> headers) {
    boolean get = contentType.isEmpty();
    StringBuilder request = new StringBuilder(get ? "GET " : "POST ").append(path);
    request.append(get ? "?" + octets : "").append(" HTTP/1.1\r\nHost: ep.example.org\r\n");
    headers.forEach(line -> request.append(line).append("\r\n"));
    if (!get) {
      request.append("Content-Type: ").append(contentType).append("\r\nContent-Length: ");
      request.append(octets.length()).append("\r\n\r\n").append(octets);
    } else {
      request.append("\r\n");
    }
    return request.toString().getBytes(ISO_8859_1);
  }
}
