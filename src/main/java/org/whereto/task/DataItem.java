// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import java.util.Optional;
import org.whereto.tree.Tree;

/**
 * What a data item of a Task names (wire.md, section 4), in its normal form: two that are equal are
 * the same data. An endpoint is scheme, host and port, and a path without a slash at its end.
 */
public sealed interface DataItem {

  /**
   * {@code uri://vospace-node}: a node of a VOSpace (IVOA VOSpace 2.1).
   *
   * @param authority whose space it is, like {@code example.org!vospace}, in lower case
   * @param path from the root of that space, with a slash before and none behind
   */
  record VospaceNode(String authority, String path) implements DataItem {}

  /**
   * {@code uri://rucio-did}: a file, dataset or container of Rucio.
   *
   * @param endpoint of the Rucio server; empty if the Task leaves that to the platform
   */
  record RucioDid(Optional<String> endpoint, String scope, String name) implements DataItem {}

  /**
   * {@code uri://s3-object}: an object of an S3 service.
   *
   * @param endpoint of the service; empty if the Task leaves that to the platform
   */
  record S3Object(Optional<String> endpoint, String bucket, String object, Optional<String> region)
      implements DataItem {}

  /** {@code uri://http-resource}: whatever an absolute http or https URL leads to. */
  record HttpResource(String url) implements DataItem {}

  /** Data of a type that is known by its name only. */
  record Other(String datatype, Optional<Tree> datainfo) implements DataItem {}
}
