// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.whereto.task.DataItem.HttpResource;
import org.whereto.task.DataItem.RucioDid;
import org.whereto.task.DataItem.S3Object;
import org.whereto.tree.BadInput;

/** The types of data whose datainfo has a shape (wire.md, section 4); all others are names. */
public enum DataType {
  VOSPACE_NODE("uri://vospace-node", "{uri: vos://example.org!vospace/path}") {
    @Override
    DataItem read(DataInfo in) throws BadInput {
      return in.read("uri", VospaceUri::of);
    }
  },

  RUCIO_DID("uri://rucio-did", "{scope: user.name, name: field-42}") {
    @Override
    DataItem read(DataInfo in) throws BadInput {
      Optional<String> endpoint = in.readIfAny("endpoint", WebUrl::endpoint);
      String scope = in.text("scope", RucioNames::isScope, RucioNames.SCOPE_RULE);
      String name = in.text("name", RucioNames::isName, RucioNames.NAME_RULE);
      return new RucioDid(endpoint, scope, name);
    }
  },

  S3_OBJECT("uri://s3-object", "{endpoint: https://s3.example.org, bucket: name, object: key}") {
    @Override
    DataItem read(DataInfo in) throws BadInput {
      Optional<String> endpoint = in.readIfAny("endpoint", WebUrl::endpoint);
      String bucket =
          in.text(
              "bucket",
              BucketName::isSound,
              "no name of a bucket: 3 to 63 lower-case letters, digits, dots and hyphens, with a"
                  + " letter or digit at both ends, no two dots together, and no IP address");
      String object =
          in.text(
              "object",
              DataType::isKey,
              "no key of an object: at most 1024 bytes without control characters, and none of its"
                  + " parts between slashes is \".\" or \"..\"");
      Optional<String> region =
          in.textIfAny(
              "region",
              DataType::isRegion,
              "no name of a region: at most 64 letters, digits, hyphens and underscores");
      return new S3Object(endpoint, bucket, object, region);
    }
  },

  HTTP_RESOURCE("uri://http-resource", "{url: https://data.example.org/file.fits}") {
    @Override
    DataItem read(DataInfo in) throws BadInput {
      return new HttpResource(in.read("url", WebUrl::of).toString());
    }
  };

  private static final int LONGEST_KEY = 1024;
  private static final int LONGEST_REGION = 64;

  private final String uri;
  private final String example;

  DataType(String uri, String example) {
    this.uri = uri;
    this.example = example;
  }

  /** The type that this text names, if it is one of these. */
  public static Optional<DataType> named(String datatype) {
    return Arrays.stream(values()).filter(type -> type.uri.equals(datatype)).findFirst();
  }

  /** Its name in a Task. */
  public String uri() {
    return uri;
  }

  /** A datainfo of this type, as YAML on one line. */
  String example() {
    return example;
  }

  abstract DataItem read(DataInfo in) throws BadInput;

  private static boolean isKey(String key) {
    return key.length() <= LONGEST_KEY
        && key.getBytes(StandardCharsets.UTF_8).length <= LONGEST_KEY
        && StandardCharsets.UTF_8.newEncoder().canEncode(key)
        && key.chars().noneMatch(Character::isISOControl)
        && Arrays.stream(key.split("[/\\\\]", -1))
            .noneMatch(part -> part.equals(".") || part.equals(".."));
  }

  private static boolean isRegion(String region) {
    return region.length() <= LONGEST_REGION
        && region
            .chars()
            .allMatch(c ->
                (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || c == '-'
                    || c == '_');
  }
}
