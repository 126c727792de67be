// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import java.util.List;

/** One way to write a tree as bytes and to read it back. */
public interface Format {

  /** The name that people use: {@code json}, {@code yaml}, {@code xml}. */
  String name();

  /** The media types it is known by, in lower case, the preferred one first. */
  List<String> mediaTypes();

  /** The document in UTF-8, ending in a line break. */
  byte[] write(Tree tree);

  /**
   * The tree of one document in UTF-8 (a byte order mark is allowed).
   *
   * @throws BadInput whatever is wrong with the bytes; no other exception and no Error leaves a
   *     reader
   */
  Tree read(byte[] document, Budget budget, Keep keep) throws BadInput;

  /**
   * What a document says about one member of its top level, and its first fault. The order of
   * processing is part of the contract: a request's task type is read before anything else.
   */
  Glimpse glimpse(byte[] document, String member, Budget budget);
}
