// SPDX-License-Identifier: Apache-2.0
package org.whereto.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.whereto.check.data.Credentials;
import org.whereto.check.data.Holding;
import org.whereto.check.data.HttpHolding;
import org.whereto.check.data.Prefix;
import org.whereto.check.data.RucioHolding;
import org.whereto.check.data.RucioHolding.Reach;
import org.whereto.check.data.S3Holding;
import org.whereto.check.data.Terms;
import org.whereto.check.data.VospaceHolding;
import org.whereto.systems.data.Endpoint;
import org.whereto.systems.data.RucioSettings;
import org.whereto.systems.data.S3Settings;
import org.whereto.systems.data.VospaceSettings;
import org.whereto.task.Amount;
import org.whereto.task.AmountSetting;
import org.whereto.task.BucketName;
import org.whereto.task.VospaceUri;
import org.whereto.task.WebUrl;
import org.whereto.tree.BadInput;
import org.whereto.tree.Settings;
import org.whereto.tree.Tree.Scalar;
import org.whereto.tree.Word;

/**
 * One entry below the key {@code data}: a system, and what of it is here or can be reached.
 *
 * @param asked to which the system is added
 */
record DataEntry(Settings in, Overlaps overlaps, AskedForData asked) {

  private static final String ENDPOINT = "endpoint";
  private static final String AUTHORITY = "authority";
  private static final String HERE = "here";
  private static final String REACHABLE = "reachable";
  private static final String ELEMENTS = "elements";
  private static final String ANY = "any";

  private static final int LONGEST_ELEMENT = 255;

  private static final AmountSetting DISTANCE =
      AmountSetting.number(
          "distance",
          "How far a storage element may be from one that is here, as Rucio counts",
          "0",
          "1000000");

  /** Reads a name of data to its normal form. */
  private interface Reader {
    String read(String text) throws BadInput;
  }

  Optional<Holding> rucio() {
    Optional<String> endpoint = endpoint("Where the REST interface of Rucio begins.");
    String system = "rucio " + endpoint.orElse("");
    refuseAgain(ENDPOINT, system, endpoint.isPresent());
    List<Placed> elements = names(HERE, "The storage elements that are here.", DataEntry::element);
    Reach reach =
        in.part(
                REACHABLE,
                "The storage elements that can be reached too: names, \"any\", or a distance.",
                reachable -> new DataEntry(reachable, overlaps, asked).reach(system))
            .orElseGet(Reach.Nowhere::new);
    if (reach instanceof Reach.Within && elements.isEmpty()) {
      in.problem(
          REACHABLE, "A distance is counted from what is here: name that under \"here\" too.");
    }
    refuseNothing(elements.isEmpty() && reach instanceof Reach.Nowhere);
    elements.forEach(element -> overlaps.add(system, element, String::equals));
    Terms terms = terms();
    RucioSettings server =
        RucioSettings.read(
            in,
            new Endpoint(endpoint.orElse("")),
            reach instanceof Reach.Within ? normal(elements) : List.of());
    endpoint.ifPresent(_ -> asked.add(server));
    return endpoint.map(at -> new RucioHolding(at, normal(elements), reach, terms));
  }

  private Reach reach(String system) {
    in.shorthand(ELEMENTS);
    List<Scalar> written =
        in.texts(ELEMENTS, "Names of storage elements, or \"any\" for all of them.");
    Optional<Amount> distance = DISTANCE.read(in);
    if (distance.isPresent() && !written.isEmpty()) {
      in.problem("distance", "Give either \"distance\" or \"elements\".");
    }
    if (written.size() == 1 && written.getFirst().text().equals(ANY)) {
      return new Reach.Everywhere();
    }
    if (distance.isPresent()) {
      return new Reach.Within(distance.get().value().intValue());
    }
    List<Placed> elements = placed(ELEMENTS, written, DataEntry::element);
    elements.forEach(element -> overlaps.add(system, element, String::equals));
    return elements.isEmpty() ? new Reach.Nowhere() : new Reach.Named(normal(elements));
  }

  Optional<Holding> vospace() {
    Optional<Scalar> named =
        in.placed(AUTHORITY, "Whose space it is, as in vos://AUTHORITY/path: example.org!vospace.");
    Optional<String> authority = named.flatMap(text -> read(text, VospaceUri::authority));
    Optional<String> endpoint = endpoint("Where the service begins.");
    String system = "vospace " + authority.orElse("");
    refuseAgain(AUTHORITY, system, authority.isPresent());
    List<Placed> here = names(HERE, "Paths below which all is here.", DataEntry::path);
    List<Placed> reachable =
        names(REACHABLE, "Paths below which all else can be reached.", DataEntry::path);
    compare(system, here, reachable, Prefix::covers);
    Terms terms = terms();
    List<String> prefixes = new ArrayList<>(normal(here));
    prefixes.addAll(normal(reachable));
    VospaceSettings service =
        new VospaceSettings(
            authority.orElse(""),
            new Endpoint(endpoint.orElse("")),
            prefixes,
            VospaceSettings.token(in),
            terms.credentials() == Credentials.ANONYMOUS);
    endpoint.ifPresent(_ -> asked.add(service));
    return authority.map(
        space -> new VospaceHolding(space, normal(here), normal(reachable), terms));
  }

  Optional<Holding> s3() {
    Optional<String> endpoint = endpoint("Where the service begins.");
    String system = "s3 " + endpoint.orElse("");
    List<Placed> here =
        names(HERE, "The buckets that are here; * stands for any characters.", DataEntry::bucket);
    List<Placed> reachable =
        names(
            REACHABLE,
            "The other buckets that can be reached; * stands for any characters.",
            DataEntry::bucket);
    compare(system, here, reachable, BucketName::isMatch);
    Terms terms = terms();
    List<String> buckets = new ArrayList<>(normal(here));
    buckets.addAll(normal(reachable));
    S3Settings service = S3Settings.read(in, new Endpoint(endpoint.orElse("")), buckets);
    endpoint.ifPresent(_ -> asked.add(service));
    return endpoint.map(at -> new S3Holding(at, normal(here), normal(reachable), terms));
  }

  Optional<Holding> http() {
    List<Placed> here = names(HERE, "URLs below which all is here.", this::url);
    List<Placed> reachable =
        names(REACHABLE, "URLs below which all else can be reached.", this::url);
    compare("http", here, reachable, Prefix::covers);
    return Optional.of(new HttpHolding(normal(here), normal(reachable), terms()));
  }

  private Terms terms() {
    String word =
        in.choice(
            "credentials",
            Arrays.stream(Credentials.values()).<String>map(Word::of).toList(),
            Word.of(Credentials.ANONYMOUS),
            "With which credentials a task reads it: none, those of whoever runs it, or the"
                + " platform's own; default: anonymous.");
    boolean isCopied =
        in.flag(
            "copied",
            true,
            "Whether a task gets a copy, whose size counts against its store; false if it is read"
                + " where it lies. Default: true.");
    Credentials credentials =
        Arrays.stream(Credentials.values())
            .filter(one -> Word.of(one).equals(word))
            .findFirst()
            .orElse(Credentials.ANONYMOUS);
    return new Terms(credentials, isCopied);
  }

  private Optional<String> endpoint(String doc) {
    return in.placed(ENDPOINT, doc).flatMap(text -> read(text, WebUrl::endpoint));
  }

  private List<Placed> names(String key, String doc, Reader reader) {
    return placed(key, in.texts(key, doc), reader);
  }

  private List<Placed> placed(String key, List<Scalar> written, Reader reader) {
    List<Placed> names = new ArrayList<>();
    for (Scalar text : written) {
      read(text, reader).ifPresent(normal -> names.add(new Placed(text, normal, key.equals(HERE))));
    }
    return names;
  }

  private Optional<String> read(Scalar text, Reader reader) {
    try {
      return Optional.of(reader.read(text.text()));
    } catch (BadInput fault) {
      in.problemAt(text.place(), fault.sentence());
      return Optional.empty();
    }
  }

  private void compare(
      String system,
      List<Placed> here,
      List<Placed> reachable,
      BiPredicate<String, String> covers) {
    refuseNothing(here.isEmpty() && reachable.isEmpty());
    here.forEach(name -> overlaps.add(system, name, covers));
    reachable.forEach(name -> overlaps.add(system, name, covers));
  }

  /** Whoever asks it for an item could not tell which of the two entries counts. */
  private void refuseAgain(String key, String system, boolean isNamed) {
    if (isNamed && !overlaps.isNew(system)) {
      in.problem(key, "Another entry names the same \"" + key + "\": put all into one entry.");
    }
  }

  private void refuseNothing(boolean isNothing) {
    if (isNothing && !in.has(HERE) && !in.has(REACHABLE)) {
      in.problemAt(in.place(), "This names no data: say what of it is \"here\", or \"reachable\".");
    }
  }

  private static List<String> normal(List<Placed> names) {
    return names.stream().map(Placed::normal).toList();
  }

  private static String element(String text) throws BadInput {
    boolean sound =
        text.length() <= LONGEST_ELEMENT
            && text.chars()
                .allMatch(c ->
                    (c >= 'a' && c <= 'z')
                        || (c >= 'A' && c <= 'Z')
                        || (c >= '0' && c <= '9')
                        || c == '_'
                        || c == '-'
                        || c == '.');
    if (!sound) {
      throw fault(
          text, "no name of a storage element: letters, digits, underscores, hyphens and dots");
    }
    return text;
  }

  private static String path(String text) throws BadInput {
    try {
      return VospaceUri.prefix(text);
    } catch (BadInput why) {
      throw fault(text, "no path from the root of a VOSpace, like /observers: " + why.sentence());
    }
  }

  private static String bucket(String text) throws BadInput {
    if (!BucketName.isPattern(text)) {
      throw fault(
          text,
          "no name of a bucket: 3 to 63 lower-case letters, digits, dots and hyphens, and * for"
              + " any characters");
    }
    return text;
  }

  private String url(String text) throws BadInput {
    WebUrl url = WebUrl.of(text);
    if (!url.query().isEmpty()) {
      throw fault(text, "no prefix of URLs: take out the ? and what follows it");
    }
    asked.add(url);
    return url.toString();
  }

  private static BadInput fault(String text, String rule) {
    return new BadInput("data.malformed", "\"" + text + "\" is " + rule + ".");
  }
}
