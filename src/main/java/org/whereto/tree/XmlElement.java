// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An element of an XML document of somebody else, whatever its vocabulary. There is no DOCTYPE, and
 * so nothing that stands for something else; comments and processing instructions are left out.
 *
 * @param namespace empty if there is none
 * @param name without a prefix
 * @param attributes by their names; those of a namespace as {@code {namespace}name}
 * @param text all of its own text, before, between and behind the elements in it
 */
public record XmlElement(
    String namespace,
    String name,
    Map<String, String> attributes,
    String text,
    List<XmlElement> elements) {

  public XmlElement {
    attributes = Map.copyOf(attributes);
    elements = List.copyOf(elements);
  }

  /**
   * The root of a document in XML 1.0 and UTF-8.
   *
   * @throws BadInput where it is none, or costs more than the budget
   */
  public static XmlElement read(byte[] document, Budget budget) throws BadInput {
    return XmlElementReader.read(document, new Meter("xml", budget));
  }

  /** Whether it has this name in this namespace. */
  public boolean is(String ofNamespace, String called) {
    return namespace.equals(ofNamespace) && name.equals(called);
  }

  /** The elements of this name in the namespace of this one, in order. */
  public Stream<XmlElement> all(String called) {
    return elements.stream().filter(element -> element.is(namespace, called));
  }

  /** The first of them. */
  public Optional<XmlElement> first(String called) {
    return all(called).findFirst();
  }

  /** An attribute without a namespace. */
  public Optional<String> attribute(String called) {
    return Optional.ofNullable(attributes.get(called));
  }

  /** An attribute of a namespace. */
  public Optional<String> attribute(String ofNamespace, String called) {
    return Optional.ofNullable(attributes.get(qualified(ofNamespace, called)));
  }

  static String qualified(String namespace, String name) {
    return namespace.isEmpty() ? name : "{" + namespace + "}" + name;
  }
}
