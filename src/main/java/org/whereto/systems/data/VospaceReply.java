// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.data;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.whereto.systems.fetch.Body;
import org.whereto.task.DataItem.VospaceNode;
import org.whereto.task.VospaceUri;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.XmlElement;

/**
 * What a VOSpace service says of a node (VOSpace 2.1, section 3.1).
 *
 * @param isBusy whether its content cannot be had at the moment
 * @param isKeptFromPublic whether it says that not everybody may read it
 * @param bytes its length, of data alone
 * @param target where a link leads, if that is a node
 */
record VospaceReply(
    Type type,
    boolean isBusy,
    boolean isKeptFromPublic,
    OptionalLong bytes,
    Optional<VospaceNode> target) {

  private static final String NAMESPACE = "http://www.ivoa.net/xml/VOSpace/v2.0";
  private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
  private static final String CORE = "ivo://ivoa.net/vospace/core#";

  /** What a node is. */
  enum Type {
    DATA,
    CONTAINER,
    LINK
  }

  /**
   * Reads a node.
   *
   * @param asked the one that was asked for
   * @throws BadInput for what is none, or another one
   */
  static VospaceReply read(Body body, VospaceNode asked) throws BadInput {
    XmlElement node = XmlElement.read(body.bytes(), Budget.SMALL);
    String uri = node.attribute("uri").orElse("");
    if (!node.is(NAMESPACE, "node") || !VospaceUri.of(uri).equals(asked)) {
      throw malformed();
    }
    Type type = type(node);
    Optional<String> length = property(node, "length");
    OptionalLong bytes = OptionalLong.empty();
    if (type == Type.DATA && length.isPresent()) {
      bytes = Told.bytes(length.get());
      if (bytes.isEmpty()) {
        throw malformed();
      }
    }
    return new VospaceReply(
        type,
        isBusy(node),
        isKept(node),
        bytes,
        type == Type.LINK ? target(node) : Optional.empty());
  }

  private static Type type(XmlElement node) throws BadInput {
    String type = node.attribute(INSTANCE, "type").orElse("");
    return switch (type.substring(type.indexOf(':') + 1)) {
      case "DataNode", "UnstructuredDataNode", "StructuredDataNode" -> Type.DATA;
      case "ContainerNode" -> Type.CONTAINER;
      case "LinkNode" -> Type.LINK;
      default -> throw malformed();
    };
  }

  /** What a property says; two that differ say nothing that could be relied upon. */
  private static Optional<String> property(XmlElement node, String name) throws BadInput {
    List<String> values =
        node.all("properties")
            .flatMap(list -> list.all("property"))
            .filter(one -> one.attribute("uri").orElse("").equals(CORE + name))
            .filter(one -> !isTrue(one.attribute(INSTANCE, "nil").orElse("")))
            .map(one -> one.text().strip())
            .distinct()
            .toList();
    if (values.size() > 1) {
      throw malformed();
    }
    return values.stream().findFirst();
  }

  /**
   * By the name of the standard, or the one that servers had before. Where it is said at all, only
   * what means yes is a yes.
   */
  private static boolean isKept(XmlElement node) throws BadInput {
    Optional<String> standard = property(node, "publicread");
    Optional<String> before = property(node, "ispublic");
    return !standard.map(VospaceReply::isTrue).orElse(true)
        || !before.map(VospaceReply::isTrue).orElse(true);
  }

  private static boolean isBusy(XmlElement node) throws BadInput {
    String busy = node.attribute("busy").orElse("false").strip();
    if (!isTrue(busy) && !busy.equalsIgnoreCase("false") && !busy.equals("0")) {
      throw malformed();
    }
    return isTrue(busy);
  }

  private static Optional<VospaceNode> target(XmlElement node) {
    try {
      Optional<XmlElement> target = node.first("target");
      return target.isPresent()
          ? Optional.of(VospaceUri.of(target.get().text().strip()))
          : Optional.empty();
    } catch (BadInput _) {
      return Optional.empty();
    }
  }

  private static boolean isTrue(String text) {
    return text.equalsIgnoreCase("true") || text.equals("1");
  }

  private static BadInput malformed() {
    return new BadInput("vospace.malformed", "This is not the node that was asked for.");
  }
}
