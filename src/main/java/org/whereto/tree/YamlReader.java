// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import java.io.EOFException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** One reading of one YAML document, from the parser's events: its own loader has few limits. */
final class YamlReader {

  private static final String STANDARD = "tag:yaml.org,2002:";

  /** Characters that the parser wants to see of a line before it hands out what stands above. */
  private static final int LOOKS_AHEAD = 8;

  /**
   * By the size of the parser's buffer, ascending. The parser copies what it has for each buffer
   * that a long text takes, so small ones would make it slow; and one that is larger than the text
   * costs more than to read it.
   */
  private static final List<LoadSettings> SETTINGS =
      List.of(settings(1), settings(4), settings(16), settings(64), settings(256));

  private final Parser parser;
  private final Meter meter;
  private final Wanted wanted;
  private final YamlAnchors anchors;

  private YamlReader(Parser parser, Meter meter, Wanted wanted) {
    this.parser = parser;
    this.meter = meter;
    this.wanted = wanted;
    this.anchors = new YamlAnchors(meter);
  }

  private static LoadSettings settings(int kibi) {
    return LoadSettings.builder()
        .setBufferSize(kibi * 1024)
        .setCodePointLimit(Integer.MAX_VALUE)
        .build();
  }

  /** Those with the smallest buffer that holds a text, or else the largest. */
  private static LoadSettings settingsFor(char[] text) {
    for (LoadSettings settings : SETTINGS) {
      if (text.length <= settings.getBufferSize()) {
        return settings;
      }
    }
    return SETTINGS.getLast();
  }

  static Tree read(byte[] document, Meter meter, Wanted wanted) throws BadInput {
    Characters text = characters(document, meter, wanted);
    LoadSettings settings = settingsFor(text.text());
    StreamReader stream = new StreamReader(settings, text.reader(LOOKS_AHEAD));
    try {
      Parser parser = new ParserImpl(settings, stream);
      return new YamlReader(parser, meter, wanted).document(wanted.keep());
    } catch (YamlEngineException fault) {
      throw fault.getCause() instanceof EOFException
          ? text.fault().orElseThrow()
          : YamlFaults.syntax(fault, text.text(), meter);
    } catch (RuntimeException | StackOverflowError fault) {
      // A fault of the parser itself is one of the document to whoever sent it.
      Place place = new Place(stream.getLine() + 1, stream.getColumn() + 1);
      throw YamlFaults.unreadable(place, meter);
    }
  }

  /**
   * Those up to the first that readers differ on. For a glimpse also up to the first that cannot be
   * printed: the parser looks for these far ahead of what it reads.
   */
  private static Characters characters(byte[] document, Meter meter, Wanted wanted)
      throws BadInput {
    Characters all = Utf8.characters(document, meter).orFault(wanted);
    char[] text = all.text();
    int clear = YamlFaults.clear(text);
    int printable = wanted.isGlimpse() ? YamlFaults.printable(text) : text.length;
    if (printable < clear) {
      return all.before(printable, YamlFaults.unprintable(text, meter));
    }
    return clear == text.length ? all : all.before(clear, YamlFaults.unclear(text, meter));
  }

  private Tree document(Keep keep) throws BadInput {
    parser.next();
    if (parser.next() instanceof StreamEndEvent) {
      throw empty();
    }
    Event root = parser.next();
    if (root instanceof ScalarEvent scalar && isMissing(scalar)) {
      throw empty();
    }
    Tree tree = node(root, keep);
    if (!(parser.next() instanceof DocumentEndEvent)) {
      throw YamlFaults.unreadable(Place.NONE, meter);
    }
    Event end = parser.next();
    if (!(end instanceof StreamEndEvent)) {
      throw meter.broken(
          "several-documents", place(end), "A second document begins here; keep only one.");
    }
    return tree;
  }

  private BadInput empty() {
    return meter.broken("empty", Place.NONE, "The document is empty; write a YAML value.");
  }

  private static boolean isMissing(ScalarEvent scalar) {
    return scalar.isPlain() && scalar.getValue().isEmpty() && scalar.getTag().isEmpty();
  }

  private static Place place(Event event) {
    return event
        .getStartMark()
        .map(mark -> new Place(mark.getLine() + 1, mark.getColumn() + 1))
        .orElse(Place.NONE);
  }

  private Tree node(Event event, Keep keep) throws BadInput {
    if (event instanceof AliasEvent alias) {
      return anchors.named(alias.getAlias().getValue(), place(event), keep);
    }
    Optional<Anchor> anchor =
        event instanceof NodeEvent node ? node.getAnchor() : Optional.<Anchor>empty();
    if (anchor.isEmpty()) {
      return bare(event, keep);
    }
    // Built whole even where it is skipped: an alias may stand where it is kept.
    YamlAnchors.Anchored anchored = anchors.open(anchor.get().getValue(), place(event));
    Tree whole = bare(event, Keep.ALL);
    anchors.close(anchored, whole);
    return Pruned.of(whole, keep);
  }

  private Tree bare(Event event, Keep keep) throws BadInput {
    Place place = place(event);
    if (!(keep instanceof Keep.Nothing)) {
      meter.count(1, place);
    }
    return switch (event) {
      case ScalarEvent scalar -> scalar(scalar, place, keep);
      case SequenceStartEvent start -> sequence(start, place, keep);
      case MappingStartEvent start -> mapping(start, place, keep);
      default -> throw YamlFaults.unreadable(place, meter);
    };
  }

  private Tree scalar(ScalarEvent event, Place place, Keep keep) throws BadInput {
    String tag = tag(event.getTag(), place);
    String text = keep instanceof Keep.Nothing ? "" : event.getValue();
    meter.text(text.length(), place);
    if (Utf8.hasLoneSurrogate(text)) {
      throw YamlFaults.surrogate(place, meter);
    }
    return new Tree.Scalar(text, event.isPlain(), tag, place);
  }

  private Tree sequence(SequenceStartEvent start, Place place, Keep keep) throws BadInput {
    String tag = tag(start.getTag(), place);
    meter.enter(place);
    Keep rule = keep.item();
    List<Tree> items = new ArrayList<>();
    Event event = parser.next();
    for (int index = 0; !(event instanceof SequenceEndEvent); index++) {
      meter.item(index);
      Tree item = node(event, rule);
      if (!(rule instanceof Keep.Nothing)) {
        items.add(item);
      }
      event = parser.next();
    }
    meter.leave();
    return new Tree.Sequence(items, tag, place);
  }

  private Tree mapping(MappingStartEvent start, Place place, Keep keep) throws BadInput {
    String tag = tag(start.getTag(), place);
    meter.enter(place);
    Members members = new Members(meter, "duplicate-key");
    YamlMerge merge = new YamlMerge(meter);
    Event key = parser.next();
    while (!(key instanceof MappingEndEvent)) {
      meter.between();
      if (YamlKeys.isMerge(key)) {
        meter.member("<<");
        merge(key, merge);
      } else {
        member(key, members, keep);
      }
      key = parser.next();
    }
    merge.into(members, keep);
    meter.leave();
    return new Tree.Mapping(members.done(), tag, place);
  }

  /** Reads the value of a merge key whole: any part of it may be kept. */
  private void merge(Event key, YamlMerge merge) throws BadInput {
    merge.once(place(key));
    node(key, Keep.NOTHING);
    Event value = parser.next();
    if (!(value instanceof AliasEvent)) {
      meter.alias(place(key));
    }
    merge.from(node(value, Keep.ALL), wanted);
  }

  private void member(Event key, Members members, Keep keep) throws BadInput {
    Place place = place(key);
    YamlKeys.onlyText(key, place, meter);
    String name = YamlKeys.name(key, node(key, Keep.NOTHING), meter);
    meter.member(name);
    Event value = parser.next();
    if (wanted.is(meter.depth(), name)) {
      wanted.saw(node(value, value instanceof ScalarEvent ? Keep.ALL : Keep.NOTHING));
      return;
    }
    members.once(name, place);
    Keep rule = keep.member(name);
    if (rule instanceof Keep.Nothing) {
      node(value, rule);
      members.skip(name, place);
    } else {
      meter.name(name.length(), place);
      members.keep(name, place, node(value, rule));
    }
  }

  /** As it was written, the prefix of the standard tags shown as {@code !!}. */
  private String tag(Optional<String> resolved, Place place) throws BadInput {
    if (resolved.isEmpty()) {
      return "";
    }
    String tag = resolved.get();
    meter.name(tag.length(), place);
    if (!tag.codePoints().allMatch(YamlReader::isVisible)) {
      throw meter.fault(
          "tag", place, "This tag holds characters that cannot be seen; take it out.");
    }
    return tag.startsWith(STANDARD) ? "!!" + tag.substring(STANDARD.length()) : tag;
  }

  private static boolean isVisible(int c) {
    return Character.isLetterOrDigit(c) || (c > ' ' && c < 0x7F);
  }
}
