// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.message;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is sent back.
 *
 * @param type the Content-Type; empty where there is no body
 * @param headers further ones
 * @param body in UTF-8 where it is text
 */
public record Reply(
    Status status, String type, List<Map.Entry<String, String>> headers, Buffer body) {

  public static final String NO_STORE = "no-store";

  public Reply {
    headers = List.copyOf(headers);
  }

  public static Reply empty(Status status) {
    return new Reply(status, "", List.of(), Buffer.buffer());
  }

  public static Reply ok(String type, Buffer body) {
    return new Reply(Status.OK, type, List.of(), body);
  }

  public static Reply ok(String type, String text) {
    return ok(type, Buffer.buffer(text));
  }

  public Reply with(String header, String value) {
    List<Map.Entry<String, String>> more = new ArrayList<>(headers);
    more.add(Map.entry(header, value));
    return new Reply(status, type, more, body);
  }
}
