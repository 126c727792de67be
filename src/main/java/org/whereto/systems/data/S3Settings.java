// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.data;

import java.util.List;
import java.util.Optional;
import org.whereto.systems.fetch.SecretFile;
import org.whereto.task.BucketName;
import org.whereto.task.DataItem.S3Object;
import org.whereto.tree.Settings;

/**
 * An S3 service.
 *
 * @param region in which requests are signed, unless an item names one
 * @param keys with which it is asked; as anybody if empty
 * @param buckets for which this entry stands, {@code *} being any characters
 */
public record S3Settings(
    Endpoint endpoint, Optional<String> region, Optional<Keys> keys, List<String> buckets) {

  private static final String ACCESS_KEY = "access-key";
  private static final String SECRET_KEY_FILE = "secret-key-file";
  private static final String REGION = "region";

  public S3Settings {
    buckets = List.copyOf(buckets);
  }

  /**
   * A pair of keys of the service.
   *
   * @param access the public one
   * @param secret the file with the other one
   */
  public record Keys(String access, SecretFile secret) {}

  /**
   * Reads the keys that tell how to ask a service.
   *
   * @param buckets those that the owner names in this entry
   */
  public static S3Settings read(Settings in, Endpoint endpoint, List<String> buckets) {
    Optional<String> region =
        in.textIfAny(REGION, "The region in which requests are signed; default: us-east-1.");
    Optional<String> access =
        in.textIfAny(ACCESS_KEY, "The access key with which the service is asked.");
    Optional<SecretFile> secret =
        SecretFile.read(in, SECRET_KEY_FILE, "The file with the secret key of \"access-key\".");
    if (in.has(ACCESS_KEY) != in.has(SECRET_KEY_FILE)) {
      in.problem(
          in.has(ACCESS_KEY) ? ACCESS_KEY : SECRET_KEY_FILE,
          "\"access-key\" and \"secret-key-file\" belong together: give both, or none.");
    }
    Headers.refuseUnsendable(in, ACCESS_KEY, access);
    Headers.refuseUnsendable(in, REGION, region);
    Optional<Keys> keys = access.flatMap(one -> secret.map(other -> new Keys(one, other)));
    return new S3Settings(endpoint, region, keys, buckets);
  }

  /** Whether an item is one of these buckets. */
  boolean isOf(S3Object object) {
    return endpoint.isMeantBy(object.endpoint())
        && buckets.stream().anyMatch(bucket -> BucketName.isMatch(bucket, object.bucket()));
  }
}
