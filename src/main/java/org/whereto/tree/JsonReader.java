// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/** One reading of one JSON document. */
final class JsonReader {

  /**
   * The {@link Meter} sets the limits. Those of the parser would also count what is skipped, and
   * differ from ours at the edge. Names are not collected in a table that outlives the document:
   * whoever sends requests could fill it.
   */
  private static final JsonFactory PARSERS =
      JsonFactory.builder()
          .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
          .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private final JsonParser parser;
  private final Cursor cursor;
  private final Meter meter;
  private final Wanted wanted;

  private JsonReader(JsonParser parser, Cursor cursor, Meter meter, Wanted wanted) {
    this.parser = parser;
    this.cursor = cursor;
    this.meter = meter;
    this.wanted = wanted;
  }

  static Tree read(byte[] document, Meter meter, Wanted wanted) throws BadInput {
    Characters characters = Utf8.characters(document, meter).orFault(wanted);
    Cursor cursor = new Cursor(characters.text());
    try (JsonParser parser = parser(characters)) {
      return new JsonReader(parser, cursor, meter, wanted).document(wanted.keep());
    } catch (JacksonIOException cutOff) {
      throw characters.fault().orElseThrow();
    } catch (JacksonException fault) {
      throw JsonFaults.syntax(fault, characters.text(), cursor, meter);
    } catch (RuntimeException | StackOverflowError fault) {
      // A fault of the parser itself is one of the document to whoever sent it.
      throw meter.broken("syntax", Place.NONE, "This JSON cannot be read.");
    }
  }

  private static JsonParser parser(Characters characters) {
    char[] text = characters.text();
    return characters.fault().isEmpty()
        ? PARSERS.createParser(ObjectReadContext.empty(), text, 0, text.length)
        : PARSERS.createParser(ObjectReadContext.empty(), characters.reader(0));
  }

  private Tree document(Keep keep) throws BadInput {
    if (parser.nextToken() == null) {
      throw meter.broken("empty", Place.NONE, "The document is empty; send a JSON value.");
    }
    Tree tree = value(keep);
    JsonToken more;
    try {
      more = parser.nextToken();
    } catch (JacksonIOException cutOff) {
      throw cutOff;
    } catch (JacksonException fault) {
      throw trailing(cursor.place(fault.getLocation().getCharOffset()));
    }
    if (more != null) {
      throw trailing(here());
    }
    return tree;
  }

  private BadInput trailing(Place place) {
    return meter.broken(
        "trailing", place, "The JSON document ends before this; take out what stands after it.");
  }

  private Place here() {
    return cursor.place(parser.currentTokenLocation().getCharOffset());
  }

  private Tree value(Keep keep) throws BadInput {
    Place place = here();
    if (!(keep instanceof Keep.Nothing)) {
      meter.count(1, place);
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> mapping(place, keep);
      case START_ARRAY -> sequence(place, keep);
      default -> scalar(place, keep);
    };
  }

  private Tree mapping(Place place, Keep keep) throws BadInput {
    meter.enter(place);
    Members members = new Members(meter, "duplicate-name");
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      member(members, keep);
    }
    meter.leave();
    return new Tree.Mapping(members.done(), "", place);
  }

  private void member(Members members, Keep keep) throws BadInput {
    Place place = here();
    String name = parser.currentName();
    meter.member(name);
    if (wanted.is(meter.depth(), name)) {
      parser.nextToken();
      boolean scalar = parser.currentToken().isScalarValue();
      wanted.saw(value(scalar ? Keep.ALL : Keep.NOTHING));
      return;
    }
    members.once(name, place);
    Keep rule = keep.member(name);
    if (!(rule instanceof Keep.Nothing)) {
      checked(name, place);
    }
    parser.nextToken();
    Tree value = value(rule);
    if (rule instanceof Keep.Nothing) {
      members.skip(name, place);
    } else {
      members.keep(name, place, value);
    }
  }

  private void checked(String name, Place place) throws BadInput {
    meter.name(name.length(), place);
    if (Utf8.hasLoneSurrogate(name)) {
      throw JsonFaults.surrogate(meter, place);
    }
  }

  private Tree sequence(Place place, Keep keep) throws BadInput {
    meter.enter(place);
    Keep rule = keep.item();
    List<Tree> items = new ArrayList<>();
    for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
      meter.item(index);
      Tree item = value(rule);
      if (!(rule instanceof Keep.Nothing)) {
        items.add(item);
      }
    }
    meter.leave();
    return new Tree.Sequence(items, "", place);
  }

  private Tree scalar(Place place, Keep keep) throws BadInput {
    boolean plain = parser.currentToken() != JsonToken.VALUE_STRING;
    if (keep instanceof Keep.Nothing) {
      return new Tree.Scalar("", plain, "", place);
    }
    meter.text(parser.getStringLength(), place);
    String text = parser.getString();
    if (!plain && Utf8.hasLoneSurrogate(text)) {
      throw JsonFaults.surrogate(meter, place);
    }
    return new Tree.Scalar(text, plain, "", place);
  }
}
