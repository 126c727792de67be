// SPDX-License-Identifier: Apache-2.0
package org.whereto.check.data;

import java.util.List;
import java.util.Optional;
import org.whereto.task.DataItem;
import org.whereto.task.DataItem.HttpResource;
import org.whereto.task.DataType;
import org.whereto.world.Replica;

/**
 * Places of web servers.
 *
 * @param here prefixes of URLs, in the normal form of {@link org.whereto.task.WebUrl}, below which
 *     all is here
 * @param reachable those below which all else can be reached
 */
public record HttpHolding(List<String> here, List<String> reachable, Terms terms)
    implements Holding {

  public HttpHolding {
    here = List.copyOf(here);
    reachable = List.copyOf(reachable);
  }

  @Override
  public String datatype() {
    return DataType.HTTP_RESOURCE.uri();
  }

  @Override
  public Optional<DataItem> own(DataItem item) {
    return item instanceof HttpResource resource
            && (Prefix.anyCovers(here, place(resource))
                || Prefix.anyCovers(reachable, place(resource)))
        ? Optional.of(item)
        : Optional.empty();
  }

  @Override
  public Standing standing(DataItem item, Replica replica) {
    return item instanceof HttpResource resource && Prefix.anyCovers(here, place(resource))
        ? Standing.HERE
        : Standing.REACHABLE;
  }

  /** What a query chooses lies at the same place. */
  private static String place(HttpResource resource) {
    int query = resource.url().indexOf('?');
    return query < 0 ? resource.url() : resource.url().substring(0, query);
  }
}
