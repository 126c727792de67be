// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import java.io.CharArrayReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** One reading of one XML document of somebody else. */
final class XmlElementReader {

  private final XMLStreamReader parser;
  private final Meter meter;

  private XmlElementReader(XMLStreamReader parser, Meter meter) {
    this.parser = parser;
    this.meter = meter;
  }

  static XmlElement read(byte[] document, Meter meter) throws BadInput {
    char[] text = Utf8.decode(document, meter);
    // Finds a DOCTYPE before any parser does: none may stand behind the first tag.
    Place root = new XmlPlaces(text).next(meter);
    try {
      XMLStreamReader parser = XmlReader.PARSERS.createXMLStreamReader(new CharArrayReader(text));
      XmlElementReader reader = new XmlElementReader(parser, meter);
      return reader.document(root);
    } catch (XMLStreamException fault) {
      throw XmlTags.syntax(fault, meter);
    } catch (RuntimeException | StackOverflowError fault) {
      // A fault of the parser itself is one of the document to whoever sent it.
      throw meter.broken("syntax", Place.NONE, "This XML cannot be read.");
    }
  }

  private XmlElement document(Place place) throws BadInput, XMLStreamException {
    while (parser.next() != XMLStreamConstants.START_ELEMENT) {
      if (parser.getEventType() == XMLStreamConstants.END_DOCUMENT) {
        throw meter.broken("empty", place, "The document holds no element.");
      }
    }
    XmlElement root = element();
    while (parser.hasNext()) {
      parser.next();
    }
    return root;
  }

  /** The parser stands on its start tag, and afterwards on its end tag. */
  private XmlElement element() throws BadInput, XMLStreamException {
    meter.enter(Place.NONE);
    meter.count(1, Place.NONE);
    String name = parser.getLocalName();
    meter.name(name.length(), Place.NONE);
    String namespace = Optional.ofNullable(parser.getNamespaceURI()).orElse("");
    Map<String, String> attributes = attributes();
    StringBuilder text = new StringBuilder();
    List<XmlElement> elements = new ArrayList<>();
    while (parser.next() != XMLStreamConstants.END_ELEMENT) {
      switch (parser.getEventType()) {
        case XMLStreamConstants.START_ELEMENT -> elements.add(element());
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          text.append(parser.getText());
          meter.text(text.length(), Place.NONE);
        }
        case XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION -> {}
        default -> throw XmlPlaces.doctype(Place.NONE, meter);
      }
    }
    meter.leave();
    return new XmlElement(namespace, name, attributes, text.toString(), elements);
  }

  private Map<String, String> attributes() throws BadInput {
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < parser.getAttributeCount(); i++) {
      String namespace = Optional.ofNullable(parser.getAttributeNamespace(i)).orElse("");
      String value = parser.getAttributeValue(i);
      meter.count(1, Place.NONE);
      meter.text(value.length(), Place.NONE);
      attributes.put(XmlElement.qualified(namespace, parser.getAttributeLocalName(i)), value);
    }
    return attributes;
  }
}
