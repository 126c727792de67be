// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import java.util.List;

/**
 * JSON as RFC 8259 defines it, no more: no comments, no {@code NaN}, no name twice, nothing after
 * the document.
 *
 * <p>A text or name with half a surrogate pair ({@code "\ud800"}) is refused where it is kept, a
 * name everywhere: no UTF-8 can say it, so it could not be passed on.
 */
public final class Json implements Format {

  @Override
  public String name() {
    return "json";
  }

  @Override
  public List<String> mediaTypes() {
    return List.of("application/json", "text/json");
  }

  /** Indented by two blanks. Tags are left out, JSON has none. */
  @Override
  public byte[] write(Tree tree) {
    return Utf8.encode(new JsonWriter(true).document(tree));
  }

  /** The document in one line without a line break: for logs and for text within text. */
  public String line(Tree tree) {
    return new JsonWriter(false).text(tree);
  }

  @Override
  public Tree read(byte[] document, Budget budget, Keep keep) throws BadInput {
    return JsonReader.read(document, new Meter(name(), budget), Wanted.tree(keep));
  }

  @Override
  public Glimpse glimpse(byte[] document, String member, Budget budget) {
    return Wanted.glimpse(
        member, wanted -> JsonReader.read(document, new Meter(name(), budget), wanted));
  }
}
