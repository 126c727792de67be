// SPDX-License-Identifier: Apache-2.0
package org.whereto.check.schema;

import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.whereto.tree.Path;
import tools.jackson.databind.JsonNode;

/** One finding of the judge as a sentence: what is wrong, where, and what would be right. */
final class FlawOf {

  private static final int SHOWN = 10;

  /** Characters of somebody's text within a sentence. */
  private static final int LONGEST = 200;

  private static final Map<String, String> FORMATS =
      Map.ofEntries(
          Map.entry("date", "a date like 2026-01-31"),
          Map.entry("time", "a time like 12:30:00Z"),
          Map.entry("date-time", "a date and time like 2026-01-31T12:30:00Z"),
          Map.entry("duration", "a duration like PT1H30M"),
          Map.entry("email", "an address of mail"),
          Map.entry("hostname", "the name of a host"),
          Map.entry("ipv4", "an IPv4 address"),
          Map.entry("ipv6", "an IPv6 address"),
          Map.entry("uri", "a URI"),
          Map.entry("uuid", "a UUID"));

  private FlawOf() {}

  /** The sentence is empty where the findings about its parts say more. */
  static Flaw error(Error error, Path path) {
    JsonNode schema = error.getSchemaNode();
    String limit = text(schema);
    return switch (error.getKeyword()) {
      case "type" -> must(path, error, "be " + types(schema));
      case "enum" -> must(path, error, "be one of " + listing(schema));
      case "const" -> must(path, error, "be " + limit);
      case "minimum" -> must(path, error, "be at least " + limit);
      case "maximum" -> must(path, error, "be at most " + limit);
      case "exclusiveMinimum" -> must(path, error, "be above " + limit);
      case "exclusiveMaximum" -> must(path, error, "be below " + limit);
      case "multipleOf" -> must(path, error, "be a multiple of " + limit);
      case "minLength" -> must(path, error, "have at least " + count(schema, "character"));
      case "maxLength" -> must(path, error, "have at most " + count(schema, "character"));
      case "pattern" -> must(path, error, "fit the pattern " + limit);
      case "format" -> must(path, error, "be " + FORMATS.getOrDefault(limit, limit));
      case "minItems" -> must(path, error, "hold at least " + count(schema, "item"));
      case "maxItems" -> must(path, error, "hold at most " + count(schema, "item"));
      case "uniqueItems" -> must(path, error, "hold nothing twice");
      case "contains", "minContains" -> must(path, error, "hold more items of a certain kind");
      case "maxContains" -> must(path, error, "hold fewer items of a certain kind");
      case "minProperties" -> must(path, error, "have at least " + count(schema, "member"));
      case "maxProperties" -> must(path, error, "have at most " + count(schema, "member"));
      case "required" -> missing(path, String.valueOf(error.getProperty()));
      case "dependentRequired", "dependencies" -> implied(error, path).getFirst();
      case "additionalProperties", "unevaluatedProperties" -> surplus(path, error);
      case "propertyNames" -> surplus(path, error);
      case "items", "additionalItems", "unevaluatedItems" ->
          new Flaw(path, path + " holds more items than it may.", "", "");
      case "not" -> new Flaw(path, path + " has a value that is ruled out.", asked(error), "");
      case "oneOf" -> new Flaw(path, "", asked(error), "");
      default -> new Flaw(path, path + " is not allowed here.", asked(error), "");
    };
  }

  /** What it must do is told as a limit without its verb: {@code at least 5}. */
  private static Flaw must(Path path, Error error, String what) {
    String asked = asked(error);
    JsonNode value = error.getInstanceNode();
    String is =
        value != null && value.isValueNode() && !value.isNull() ? " is \"" + asked + "\"; it" : "";
    String limit = what.substring(what.indexOf(' ') + 1);
    return new Flaw(path, path + is + " must " + what + ".", asked, limit);
  }

  /** All that is wrong by one finding of the judge. */
  static List<Flaw> errors(Error error, Path path) {
    return switch (error.getKeyword()) {
      case "dependentRequired", "dependencies" -> implied(error, path);
      default -> List.of(error(error, path));
    };
  }

  /** Of members that another one demands the judge tells only that other one. */
  private static List<Flaw> implied(Error error, Path path) {
    List<Flaw> flaws = new ArrayList<>();
    JsonNode value = error.getInstanceNode();
    for (JsonNode name : error.getSchemaNode().path(String.valueOf(error.getProperty()))) {
      if (value == null || !value.has(name.asString())) {
        flaws.add(missing(path, name.asString()));
      }
    }
    return flaws;
  }

  private static Flaw missing(Path path, String name) {
    Path member = path.member(name);
    return new Flaw(member, member + " is missing.", "", "");
  }

  private static Flaw surplus(Path path, Error error) {
    String name = error.getProperty();
    Path member = name == null ? path : path.member(name);
    return new Flaw(member, member + " is none of the members that are allowed here.", "", "");
  }

  private static String asked(Error error) {
    JsonNode value = error.getInstanceNode();
    return value == null || value.isContainer() ? "" : text(value);
  }

  private static String types(JsonNode schema) {
    List<String> told = new ArrayList<>();
    for (JsonNode type : schema.isArray() ? schema : List.of(schema)) {
      JsonType.of(type.asString("")).map(JsonType::told).ifPresent(told::add);
    }
    return String.join(" or ", told);
  }

  private static String listing(JsonNode values) {
    List<String> told = new ArrayList<>();
    for (JsonNode value : values) {
      if (told.size() < SHOWN) {
        told.add(text(value));
      }
    }
    int more = values.size() - told.size();
    return String.join(", ", told) + (more > 0 ? ", and " + more + " more" : "");
  }

  private static String count(JsonNode number, String thing) {
    String count = text(number);
    return count + " " + thing + (count.equals("1") ? "" : "s");
  }

  private static String text(JsonNode value) {
    String text =
        value.isNumber()
            ? value.decimalValue().toPlainString()
            : value.isString() ? value.stringValue() : value.toString();
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
  }
}
