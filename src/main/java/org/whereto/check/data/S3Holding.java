// SPDX-License-Identifier: Apache-2.0
package org.whereto.check.data;

import java.util.List;
import java.util.Optional;
import org.whereto.task.BucketName;
import org.whereto.task.DataItem;
import org.whereto.task.DataItem.S3Object;
import org.whereto.task.DataType;
import org.whereto.world.Replica;

/**
 * An S3 service.
 *
 * @param endpoint in the normal form of {@link DataItem}
 * @param nearby names of buckets that are here, {@code *} being any characters
 * @param farther those of all others that can be reached
 */
public record S3Holding(String endpoint, List<String> nearby, List<String> farther, Terms terms)
    implements Holding {

  public S3Holding {
    nearby = List.copyOf(nearby);
    farther = List.copyOf(farther);
  }

  @Override
  public String datatype() {
    return DataType.S3_OBJECT.uri();
  }

  @Override
  public Optional<DataItem> own(DataItem item) {
    return item instanceof S3Object object
            && object.endpoint().orElse(endpoint).equals(endpoint)
            && (isAny(nearby, object) || isAny(farther, object))
        ? Optional.of(
            new S3Object(Optional.of(endpoint), object.bucket(), object.object(), object.region()))
        : Optional.empty();
  }

  @Override
  public Standing standing(DataItem item, Replica replica) {
    return item instanceof S3Object object && isAny(nearby, object)
        ? Standing.HERE
        : Standing.REACHABLE;
  }

  private static boolean isAny(List<String> patterns, S3Object object) {
    return patterns.stream().anyMatch(pattern -> BucketName.isMatch(pattern, object.bucket()));
  }

  @Override
  public List<String> here() {
    return places(nearby);
  }

  @Override
  public List<String> reachable() {
    return places(farther);
  }

  private List<String> places(List<String> buckets) {
    return buckets.stream().map(bucket -> endpoint + "/" + bucket).toList();
  }
}
