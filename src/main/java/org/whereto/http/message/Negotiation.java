// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.whereto.tree.Format;
import org.whereto.tree.Formats;
import org.whereto.wire.HeaderValue;

/**
 * In which format an answer is written: by {@code Accept} (RFC 9110, section 12.5.1) or {@code
 * RESPONSEFORMAT}, as wire.md, section 2.1, says.
 *
 * @param mediaType as the client calls it; one of the format's
 */
public record Negotiation(Format format, String mediaType) {

  public static final Negotiation JSON = of(Formats.JSON);

  private static final int MOST_RANGES = 64;
  private static final int WHOLE = 1000;

  private static Negotiation of(Format format) {
    return new Negotiation(format, format.mediaTypes().getFirst());
  }

  /** By the value of {@code RESPONSEFORMAT}: a name or a media type; nothing if it is unknown. */
  public static Optional<Negotiation> byName(String wanted) {
    String name = wanted.strip().toLowerCase(Locale.ROOT);
    return Formats.byName(name)
        .map(Negotiation::of)
        .or(() ->
            HeaderValue.read(name)
                .map(HeaderValue::value)
                .flatMap(type ->
                    Formats.byMediaType(type).map(format -> new Negotiation(format, type))));
  }

  /** By {@code Accept}: what the client likes best; nothing if it takes none of ours. */
  public static Optional<Negotiation> byAccept(String accept) {
    List<Range> ranges = ranges(accept);
    if (ranges.isEmpty()) {
      return Optional.of(JSON);
    }
    Optional<Liked> best = best(ranges);
    boolean page = ranges.stream().anyMatch(range -> range.is("text", "html"));
    if (page && best.map(liked -> liked.quality() < WHOLE).orElse(true)) {
      return Optional.of(JSON);
    }
    return best.map(Liked::choice);
  }

  /**
   * @param quality in thousandths
   * @param explicit how closely it was named: 2 by its own name, 0 by an asterisk
   */
  private record Liked(Negotiation choice, int quality, int explicit) {}

  private static Optional<Liked> best(List<Range> ranges) {
    Optional<Liked> best = Optional.empty();
    for (Format format : Formats.ALL) {
      for (String type : format.mediaTypes()) {
        Optional<Liked> liked = liked(new Negotiation(format, type), ranges);
        if (liked.isPresent() && isBetter(liked.get(), best)) {
          best = liked;
        }
      }
    }
    return best;
  }

  /** The order of formats settles ties between them; within one its own name beats an asterisk. */
  private static boolean isBetter(Liked liked, Optional<Liked> best) {
    if (best.isEmpty() || liked.quality() != best.get().quality()) {
      return best.isEmpty() || liked.quality() > best.get().quality();
    }
    boolean same = liked.choice().format().equals(best.get().choice().format());
    return same && liked.explicit() > best.get().explicit();
  }

  /** The quality that the closest range gives; nothing if that is zero or there is none. */
  private static Optional<Liked> liked(Negotiation choice, List<Range> ranges) {
    int quality = 0;
    int closest = -1;
    for (Range range : ranges) {
      int close = range.closeness(choice.mediaType());
      if (close > closest || (close == closest && close >= 0)) {
        quality = close > closest ? range.quality() : Math.max(quality, range.quality());
        closest = close;
      }
    }
    // Who takes anything gets a format by its first name; the other names are for those who say
    // them.
    boolean meant = closest > 0 || choice.equals(of(choice.format()));
    return quality == 0 || !meant
        ? Optional.empty()
        : Optional.of(new Liked(choice, quality, closest));
  }

  /** One member of the header. */
  private record Range(String type, String subtype, int quality) {

    boolean is(String otherType, String otherSubtype) {
      return type.equals(otherType) && subtype.equals(otherSubtype) && quality > 0;
    }

    /** 2 for the type itself, 1 for {@code text/*}, 0 for any, -1 for another. */
    int closeness(String mediaType) {
      if (type.equals("*")) {
        return 0;
      }
      if (!mediaType.startsWith(type + "/")) {
        return -1;
      }
      if (subtype.equals("*")) {
        return 1;
      }
      return mediaType.length() == type.length() + 1 + subtype.length()
              && mediaType.endsWith(subtype)
          ? 2
          : -1;
    }
  }

  /** What can be read of the header; the rest is passed over. */
  private static List<Range> ranges(String accept) {
    List<Range> ranges = new ArrayList<>();
    int from = 0;
    boolean quoted = false;
    for (int at = 0; at <= accept.length() && ranges.size() < MOST_RANGES; at++) {
      boolean end = at == accept.length();
      if (!end && accept.charAt(at) == '"') {
        quoted = !quoted;
      }
      if (end || (accept.charAt(at) == ',' && !quoted)) {
        range(accept.substring(from, at)).ifPresent(ranges::add);
        from = at + 1;
      }
    }
    return ranges;
  }

  private static Optional<Range> range(String member) {
    Optional<HeaderValue> read = HeaderValue.read(member.strip());
    if (read.isEmpty()) {
      return Optional.empty();
    }
    String name = read.get().value();
    OptionalInt quality = quality(read.get().parameter("q").orElse("1"));
    // A lone asterisk is what the JDK's own client has sent for decades.
    String[] parts = name.equals("*") ? new String[] {"*", "*"} : name.split("/", -1);
    boolean good =
        parts.length == 2
            && !parts[0].isEmpty()
            && !parts[1].isEmpty()
            && (!parts[0].equals("*") || parts[1].equals("*"));
    return good && quality.isPresent()
        ? Optional.of(new Range(parts[0], parts[1], quality.getAsInt()))
        : Optional.empty();
  }

  /** Thousandths of {@code 0}, {@code 0.5}, {@code .2}, {@code 1.000}; nothing for all else. */
  private static OptionalInt quality(String text) {
    int dot = text.indexOf('.');
    String whole = dot < 0 ? text : text.substring(0, dot);
    String rest = dot < 0 ? "" : text.substring(dot + 1);
    boolean digits =
        rest.length() <= 3
            && text.length() > (dot < 0 ? 0 : 1)
            && rest.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!digits || !(whole.isEmpty() || whole.equals("0") || whole.equals("1"))) {
      return OptionalInt.empty();
    }
    int thousandths =
        (whole.equals("1") ? WHOLE : 0) + Integer.parseInt((rest + "000").substring(0, 3));
    return thousandths > WHOLE ? OptionalInt.empty() : OptionalInt.of(thousandths);
  }
}
