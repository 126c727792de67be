// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What the tag that the parser stands on says, and what it may not say. */
record XmlTags(Xml format, XMLStreamReader parser, Meter meter) {

  void declaration() throws BadInput {
    String version = parser.getVersion();
    if (version != null && !version.equals("1.0")) {
      throw meter.broken("version", new Place(1, 1), "Only XML 1.0 is read.");
    }
    String encoding = parser.getCharacterEncodingScheme();
    if (encoding != null && !encoding.toUpperCase(Locale.ROOT).equals("UTF-8")) {
      throw meter.broken("encoding", new Place(1, 1), "Save the document as UTF-8 and say so.");
    }
  }

  void root(Place place) throws BadInput {
    if (!parser.getLocalName().equals(format.root())) {
      throw meter.fault("root", place, "The root element must be \"" + format.root() + "\".");
    }
    attributes(false, place);
  }

  void item(Place place) throws BadInput {
    if (!parser.getLocalName().equals("item")) {
      throw meter.fault("item", place, "A list holds only \"item\" elements.");
    }
    attributes(false, place);
  }

  /** The name of a member: that of its element, or what the element {@code member} says. */
  String member(Place place) throws BadInput {
    String element = parser.getLocalName();
    boolean mayHaveName = element.equals("member");
    attributes(mayHaveName, place);
    String name = mayHaveName ? parser.getAttributeValue("", "name") : null;
    return name == null ? element : name;
  }

  /** The attribute {@code type}; empty if there is none. */
  String type(Place place) throws BadInput {
    String type = parser.getAttributeValue("", "type");
    if (type == null) {
      return "";
    }
    return switch (type) {
      case "map", "list", "number", "boolean", "null" -> type;
      default ->
          throw meter.fault(
              "type",
              place,
              "A type is map, list, number, boolean or null; leave it out for text.");
    };
  }

  private void attributes(boolean mayHaveName, Place place) throws BadInput {
    String namespace = parser.getNamespaceURI();
    if (!format.namespace().equals(namespace == null ? "" : namespace)) {
      throw meter.fault(
          "namespace", place, "This element is not in the namespace of the document.");
    }
    for (int i = 0; i < parser.getAttributeCount(); i++) {
      String name = parser.getAttributeLocalName(i);
      String space = parser.getAttributeNamespace(i);
      boolean known = name.equals("type") || (mayHaveName && name.equals("name"));
      if (!known || (space != null && !space.isEmpty())) {
        throw meter.fault(
            "attribute", place, "Only \"type\" and a member's \"name\" may stand here.");
      }
    }
  }

  boolean isOfType(String text, String type) {
    return switch (Literal.of(text)) {
      case NUMBER -> type.equals("number");
      case BOOLEAN -> type.equals("boolean");
      case NULL -> type.equals("null");
      case NONE -> false;
    };
  }

  void onlyBlanks(String text, Place place) throws BadInput {
    if (!text.isBlank()) {
      throw meter.fault("mixed", place, "An element holds either text or elements, not both.");
    }
  }

  static BadInput syntax(XMLStreamException fault, Meter meter) {
    var location = fault.getLocation();
    Place place =
        location == null || location.getLineNumber() < 1
            ? Place.NONE
            : new Place(location.getLineNumber(), Math.max(1, location.getColumnNumber()));
    return meter.broken(
        "syntax", place, "This is no XML from here on; check tags, quotes, entities and \"&\".");
  }
}
