// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.source;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.whereto.systems.fetch.Body;
import org.whereto.systems.fetch.FetchUrl;
import org.whereto.task.Amount.Measure;
import org.whereto.tree.BadInput;
import org.whereto.tree.Settings;
import org.whereto.tree.Tree;

/** A JSON document at a URL, like those of a site's monitoring. */
record JsonAt(FetchUrl url, Optional<TokenFile> token, DocumentShape shape) implements Origin {

  static Origin read(Settings in, Map<String, Measure> measures) {
    Optional<FetchUrl> url = url(in, "url", "Where the document is.", "");
    Optional<TokenFile> token = TokenFile.read(in);
    DocumentShape shape = DocumentShape.read(in, measures);
    return url.<Origin>map(found -> new JsonAt(found, token, shape)).orElseGet(Nowhere::new);
  }

  /**
   * A URL of the owner's.
   *
   * @param below what is added to it, to see that it makes a URL
   */
  static Optional<FetchUrl> url(Settings in, String key, String doc, String below) {
    String text = in.text(key, doc);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(FetchUrl.of(text + below));
    } catch (BadInput fault) {
      in.problem(key, fault.sentence());
      return Optional.empty();
    }
  }

  @Override
  public Set<String> dimensions() {
    return shape.amounts().keySet();
  }

  @Override
  public Source open(Duration time) {
    OwnServer server = OwnServer.at(url, time, DocumentShape.MOST_BYTES);
    return () -> read(server, InstantSource.system());
  }

  /** What follows a question mark may be secret. */
  @Override
  public String label() {
    String target = url.target();
    int query = target.indexOf('?');
    return url.origin() + (query < 0 ? target : target.substring(0, query));
  }

  Reading read(OwnServer server, InstantSource clock) throws Unread {
    if (token.isEmpty()) {
      return read(server.get(url, Map.of()), clock);
    }
    String secret = token.get().token();
    try {
      return read(server.get(url, Map.of("Authorization", "Bearer " + secret)), clock);
    } catch (Unread unread) {
      throw unread.hiding(secret);
    }
  }

  private Reading read(Body answer, InstantSource clock) throws Unread {
    Tree document = DocumentShape.document(answer);
    Duration age =
        shape.time().isPresent()
            ? DocumentTime.age(shape.time().get(), document, clock.instant())
            : Duration.ZERO;
    return new Reading(shape.slots(document), age);
  }
}
