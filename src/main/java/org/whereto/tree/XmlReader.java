// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import java.io.CharArrayReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** One reading of one XML document of the form that {@link Xml} describes. */
final class XmlReader {

  static final XMLInputFactory PARSERS = parsers();

  private final XmlTags tags;
  private final XMLStreamReader parser;
  private final XmlPlaces places;
  private final Meter meter;
  private final Wanted wanted;

  private XmlReader(XmlTags tags, XmlPlaces places, Wanted wanted) {
    this.tags = tags;
    this.parser = tags.parser();
    this.meter = tags.meter();
    this.places = places;
    this.wanted = wanted;
  }

  /** A parser that knows no DOCTYPE, no entities and nothing outside of the document. */
  private static XMLInputFactory parsers() {
    XMLInputFactory parsers = XMLInputFactory.newDefaultFactory();
    parsers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    parsers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    parsers.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    return parsers;
  }

  static Tree read(Xml format, byte[] document, Meter meter, Wanted wanted) throws BadInput {
    char[] text = Utf8.decode(document, meter);
    XmlPlaces places = new XmlPlaces(text);
    Place root = places.next(meter);
    if (new String(text).isBlank()) {
      throw meter.broken("empty", Place.NONE, "The document is empty; send an XML document.");
    }
    try {
      XMLStreamReader parser = PARSERS.createXMLStreamReader(new CharArrayReader(text));
      XmlTags tags = new XmlTags(format, parser, meter);
      return new XmlReader(tags, places, wanted).document(root, wanted.keep());
    } catch (XMLStreamException fault) {
      throw XmlTags.syntax(fault, meter);
    } catch (RuntimeException | StackOverflowError fault) {
      // A fault of the parser itself is one of the document to whoever sent it.
      throw meter.broken("syntax", Place.NONE, "This XML cannot be read.");
    }
  }

  private Tree document(Place place, Keep keep) throws BadInput, XMLStreamException {
    tags.declaration();
    untilTag();
    tags.root(place);
    Tree tree = element(place, keep);
    while (parser.hasNext()) {
      parser.next();
    }
    return tree;
  }

  /** Reads on to the next tag; the parser then stands on it. */
  private String untilTag() throws BadInput, XMLStreamException {
    StringBuilder text = new StringBuilder();
    while (true) {
      switch (parser.next()) {
        case XMLStreamConstants.START_ELEMENT, XMLStreamConstants.END_ELEMENT -> {
          return text.toString();
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            text.append(parser.getText());
        case XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION -> {}
        default -> throw XmlPlaces.doctype(Place.NONE, meter);
      }
    }
  }

  private boolean atStart() {
    return parser.getEventType() == XMLStreamConstants.START_ELEMENT;
  }

  private Tree element(Place place, Keep keep) throws BadInput, XMLStreamException {
    if (!(keep instanceof Keep.Nothing)) {
      meter.count(1, place);
    }
    String type = tags.type(place);
    return switch (type) {
      case "list" -> list(place, keep);
      case "", "map" -> mappingOrText(place, type, keep);
      default -> literal(place, type);
    };
  }

  private Tree list(Place place, Keep keep) throws BadInput, XMLStreamException {
    meter.enter(place);
    Keep rule = keep.item();
    List<Tree> items = new ArrayList<>();
    tags.onlyBlanks(untilTag(), place);
    for (int index = 0; atStart(); index++) {
      meter.item(index);
      Place start = places.next(meter);
      tags.item(start);
      Tree item = element(start, rule);
      if (!(rule instanceof Keep.Nothing)) {
        items.add(item);
      }
      tags.onlyBlanks(untilTag(), place);
    }
    meter.leave();
    return new Tree.Sequence(items, "", place);
  }

  private Tree mappingOrText(Place place, String type, Keep keep)
      throws BadInput, XMLStreamException {
    String text = untilTag();
    if (!atStart() && type.isEmpty()) {
      String kept = keep instanceof Keep.Nothing ? "" : text;
      meter.text(kept.length(), place);
      return new Tree.Scalar(kept, false, "", place);
    }
    tags.onlyBlanks(text, place);
    return mapping(place, keep);
  }

  private Tree mapping(Place place, Keep keep) throws BadInput, XMLStreamException {
    meter.enter(place);
    Members members = new Members(meter, "duplicate-element");
    while (atStart()) {
      member(members, keep);
      tags.onlyBlanks(untilTag(), place);
    }
    meter.leave();
    return new Tree.Mapping(members.done(), "", place);
  }

  private void member(Members members, Keep keep) throws BadInput, XMLStreamException {
    Place place = places.next(meter);
    String name = tags.member(place);
    meter.member(name);
    if (wanted.is(meter.depth(), name)) {
      wanted.saw(element(place, Keep.members(Map.of())));
      return;
    }
    members.once(name, place);
    Keep rule = keep.member(name);
    if (rule instanceof Keep.Nothing) {
      element(place, rule);
      members.skip(name, place);
    } else {
      meter.name(name.length(), place);
      members.keep(name, place, element(place, rule));
    }
  }

  private Tree literal(Place place, String type) throws BadInput, XMLStreamException {
    String text = untilTag().strip();
    String value = text.isEmpty() && type.equals("null") ? type : text;
    if (atStart() || !tags.isOfType(value, type)) {
      throw meter.fault("type", place, "This is no JSON " + type + ", as its type says; mend one.");
    }
    meter.text(value.length(), place);
    return new Tree.Scalar(value, true, "", place);
  }
}
