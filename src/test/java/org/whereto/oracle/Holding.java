// SPDX-License-Identifier: Apache-2.0
package org.whereto.oracle;

import java.util.List;
import java.util.Map;
import org.whereto.oracle.Items.Item;
import org.whereto.tree.Tree;

/**
 * One entry of the owner's file.
 *
 * @param system endpoint or authority; of data known by its name the type
 * @param here names as its system has them
 * @param reachable the same; {@code *} for anything, {@code <3} for a distance
 */
record Holding(
    String type,
    String system,
    List<String> here,
    List<String> reachable,
    String credentials,
    boolean copied) {

  Tree setting() {
    Tree.Builder setting = Tree.build();
    switch (type) {
      case "rucio", "s3" -> setting.put("endpoint", system);
      case "vospace" ->
          setting.put("authority", system).put("endpoint", "https://ws.example.org/vospace");
      default -> {}
    }
    setting.putIfAny("here", Tree.texts(here).items());
    if (reachable.equals(List.of("*")) && type.equals("rucio")) {
      setting.put("reachable", "any");
    } else if (!reachable.isEmpty() && reachable.getFirst().startsWith("<")) {
      Tree distance = Tree.literal(reachable.getFirst().substring(1));
      setting.put("reachable", Tree.build().put("distance", distance).done());
    } else {
      setting.putIfAny("reachable", Tree.texts(reachable).items());
    }
    setting.putIfAny("credentials", credentials);
    return copied ? setting.done() : setting.put("copied", Tree.literal("false")).done();
  }

  /** Whether it may have the item, whatever its system says. */
  boolean covers(Item item) {
    return switch (type) {
      case "rucio" -> item.type().equals("rucio") && isOurs(item);
      case "s3" -> item.type().equals("s3") && isOurs(item) && (isHere(item) || isFar(item));
      case "vospace", "http" -> item.type().equals(type) && (isHere(item) || isFar(item));
      default -> item.type().equals(type);
    };
  }

  private boolean isOurs(Item item) {
    return item.endpoint().isEmpty() || item.endpoint().equals(system);
  }

  private boolean isHere(Item item) {
    return here.stream().anyMatch(name -> isIn(item, name));
  }

  private boolean isFar(Item item) {
    return reachable.stream().anyMatch(name -> isIn(item, name));
  }

  private boolean isIn(Item item, String name) {
    return switch (type) {
      case "s3" -> {
        String bucket = item.place().substring(0, item.place().indexOf('/'));
        yield name.endsWith("*")
            ? bucket.startsWith(name.substring(0, name.length() - 1))
            : bucket.equals(name);
      }
      case "vospace" -> isBelow(item.place(), system + name);
      case "http" -> isBelow(item.place().replaceAll("\\?.*", ""), name);
      default -> false;
    };
  }

  /** That place or below it; only below it if the name ends with a slash. */
  private static boolean isBelow(String place, String name) {
    return place.equals(name)
        || (name.endsWith("/") ? place.startsWith(name) : place.startsWith(name + "/"));
  }

  /** Here, reachable, or nothing. */
  String standing(Item item, Stock.Fate fate) {
    if (type.equals("rucio")) {
      boolean far = false;
      for (Map.Entry<String, Integer> holder : fate.holders().entrySet()) {
        if (here.contains(holder.getKey())) {
          return "here";
        }
        boolean near =
            !reachable.isEmpty()
                && reachable.getFirst().startsWith("<")
                && holder.getValue() >= 0
                && holder.getValue() <= Integer.parseInt(reachable.getFirst().substring(1));
        far |= reachable.contains("*") || reachable.contains(holder.getKey()) || near;
      }
      return far ? "reachable" : "";
    }
    boolean named = type.startsWith("uri:") && here.contains(type);
    return named || isHere(item) ? "here" : "reachable";
  }
}
