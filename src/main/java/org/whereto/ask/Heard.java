// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;

/**
 * What an issuer of tokens replied. It may hold secrets, so it is never shown as a whole.
 *
 * @param status of HTTP
 * @param document its JSON; empty where that is no mapping
 */
public record Heard(int status, Mapping document) {

  private static final int MOST_BYTES = 256 * 1024;
  private static final Mapping NOTHING = Tree.build().done();

  /**
   * Reads a document.
   *
   * @throws NoReply if none came
   */
  public static Heard of(Web web, URI uri, Deadline deadline) throws NoReply, InterruptedException {
    return of(web, Request.get(uri), deadline);
  }

  /**
   * Sends a form.
   *
   * @throws NoReply if no reply came
   */
  public static Heard of(Web web, URI uri, Map<String, String> form, Deadline deadline)
      throws NoReply, InterruptedException {
    String body =
        form.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    Body bytes = new Body(body.getBytes(UTF_8));
    return of(web, Request.post(uri, "application/x-www-form-urlencoded", bytes), deadline);
  }

  private static Heard of(Web web, Request request, Deadline deadline)
      throws NoReply, InterruptedException {
    if (Origin.of(request.uri()).filter(Origin::keepsSecrets).isEmpty()) {
      throw new NoReply(
          Why.NOT_SECURE, "Tokens are got over https only.", "Ask those who run the issuer.", 0);
    }
    try {
      Reply reply = web.send(request, deadline);
      return new Heard(reply.status(), document(reply));
    } catch (NoReply silence) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      throw silence;
    }
  }

  private static Mapping document(Reply reply) {
    try {
      Budget budget = Budget.SMALL.withBytes(MOST_BYTES);
      return Formats.JSON.read(reply.body().bytes(), budget, Keep.ALL) instanceof Mapping mapping
          ? mapping
          : NOTHING;
    } catch (BadInput _) {
      return NOTHING;
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  /** A member that is one non-empty text. */
  public Optional<String> text(String name) {
    return document
        .get(name)
        .filter(Scalar.class::isInstance)
        .map(member -> ((Scalar) member).text())
        .filter(text -> !text.isBlank());
  }

  /** Shows nothing of the document. */
  @Override
  public String toString() {
    return "a reply with status " + status;
  }
}
