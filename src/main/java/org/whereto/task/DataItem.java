// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import java.util.Optional;
import org.whereto.tree.Tree;

/**
 * What a data item of a Task names (wire.md, section 4), in its normal form: two that are equal are
 * the same data. Each text can be sent on as it is to the place that its comment names; none holds
 * a dot segment, in whatever spelling.
 *
 * <p>An endpoint is {@code scheme://host[:port][/path]}: all but the path in lower case, no port
 * that the scheme implies, no slash at the end, no query (see {@link WebUrl}).
 */
public sealed interface DataItem {

  /** The same data, whatever helps to find it: two with one identity are one. */
  default DataItem identity() {
    return this;
  }

  /**
   * {@code uri://vospace-node}: a node of a VOSpace (IVOA VOSpace 2.1).
   *
   * @param authority whose space it is, like {@code example.org!vospace}: in lower case, with
   *     {@code !} between its parts, never {@code ~}
   * @param path from the root of that space, as it stands in a URL (percent-encoded, in the normal
   *     form of RFC 3986, section 6.2.2): with a slash before and none behind; {@code /} is the
   *     root itself
   */
  record VospaceNode(String authority, String path) implements DataItem {}

  /**
   * {@code uri://rucio-did}: a file, dataset or container of Rucio.
   *
   * @param endpoint of the Rucio server; empty if the Task leaves that to the platform
   * @param scope letters, digits, dots, hyphens and underscores
   * @param name the same, and {@code / # + =}; not encoded
   */
  record RucioDid(Optional<String> endpoint, String scope, String name) implements DataItem {}

  /**
   * {@code uri://s3-object}: an object of an S3 service.
   *
   * @param endpoint of the service; empty if the Task leaves that to the platform
   * @param bucket a name by the rules of S3, in lower case
   * @param object its key, not encoded: any text without control characters, at most 1024 bytes in
   *     UTF-8; it may begin or end with a slash, and hold two together
   * @param region as it was written; empty if it was not
   */
  record S3Object(Optional<String> endpoint, String bucket, String object, Optional<String> region)
      implements DataItem {

    @Override
    public DataItem identity() {
      return new S3Object(endpoint, bucket, object, Optional.empty());
    }
  }

  /**
   * {@code uri://http-resource}: whatever an absolute http or https URL leads to.
   *
   * @param url in the normal form of {@link WebUrl}, with its query
   */
  record HttpResource(String url) implements DataItem {}

  /** Data of a type that is known by its name only. */
  record Other(String datatype, Optional<Tree> datainfo) implements DataItem {}
}
