// SPDX-License-Identifier: Apache-2.0
package org.whereto.check.data;

import org.whereto.task.DataItem;
import org.whereto.task.DataItem.HttpResource;
import org.whereto.task.DataItem.Other;
import org.whereto.task.DataItem.RucioDid;
import org.whereto.task.DataItem.S3Object;
import org.whereto.task.DataItem.VospaceNode;

/** What people call a data item. */
public final class ItemName {

  private ItemName() {}

  /** Short, without what a query may hold of secrets. */
  public static String of(DataItem item) {
    return switch (item) {
      case VospaceNode(String authority, String path) -> "vos://" + authority + path;
      case RucioDid(_, String scope, String name) -> scope + ":" + name;
      case S3Object(_, String bucket, String object, _) -> "s3://" + bucket + "/" + object;
      case HttpResource(String url) -> {
        int query = url.indexOf('?');
        yield query < 0 ? url : url.substring(0, query) + "?...";
      }
      case Other(String datatype, _) -> "data of the type " + datatype;
    };
  }
}
