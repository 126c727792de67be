// SPDX-License-Identifier: Apache-2.0
package org.whereto.oracle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.whereto.tree.Tree;

/** The data that a Task names. */
final class Items {

  static final String R1 = "https://rucio.example.org";
  static final String R2 = "https://rucio.example.org:8443/x";
  static final String S1 = "https://s3.example.org";
  static final String S2 = "http://s3.example.net:9000";

  private Items() {}

  /**
   * One item of data.
   *
   * @param type its short name, which that of the datatype ends with
   * @param endpoint of its server; empty if the Task leaves that open
   * @param place within its system
   * @param info as it is written
   */
  record Item(String type, String endpoint, String place, String info) {

    String datatype() {
      return switch (type) {
        case "rucio" -> "uri://rucio-did";
        case "vospace" -> "uri://vospace-node";
        case "s3" -> "uri://s3-object";
        case "http" -> "uri://http-resource";
        default -> type;
      };
    }

    String key() {
      return type + " " + endpoint + " " + place;
    }
  }

  private static final List<Item> ALL =
      List.of(
          new Item("rucio", "", "user:f1", "{scope: user, name: f1}"),
          new Item("rucio", "", "user:f2", "{scope: user, name: f2}"),
          new Item("rucio", R1, "user:f1", "{endpoint: '" + R1 + "', scope: user, name: f1}"),
          new Item(
              "rucio",
              R1,
              "user:f1",
              "{endpoint: 'HTTPS://Rucio.Example.org:443/', scope: user, name: f1}"),
          new Item("rucio", R2, "user:f1", "{endpoint: '" + R2 + "', scope: user, name: f1}"),
          new Item(
              "rucio",
              "https://rucio.example.net",
              "user:f1",
              "{endpoint: 'https://rucio.example.net', scope: user, name: f1}"),
          new Item(
              "vospace", "", "example.org!vospace/surveys", vos("example.org!vospace/surveys")),
          new Item(
              "vospace", "", "example.org!vospace/surveys/x", vos("example.org!vospace/surveys/x")),
          new Item(
              "vospace", "", "example.org!vospace/surveys/x", vos("Example.org~vospace/surveys/x")),
          new Item(
              "vospace", "", "example.org!vospace/surveysx", vos("example.org!vospace/surveysx")),
          new Item("vospace", "", "example.org!vospace/home/y", vos("example.org!vospace/home/y")),
          new Item(
              "vospace", "", "example.net!vospace/surveys/x", vos("example.net!vospace/surveys/x")),
          new Item("s3", "", "survey-1/k", "{bucket: survey-1, object: k}"),
          new Item("s3", S1, "survey-1/k", s3(S1, "survey-1", "k")),
          new Item("s3", S1, "survey-1/k", s3("https://S3.example.org:443/", "survey-1", "k")),
          new Item("s3", S1, "survey-2/a/b", s3(S1, "survey-2", "a/b")),
          new Item("s3", S1, "public/k", s3(S1, "public", "k")),
          new Item("s3", S1, "publicity/k", s3(S1, "publicity", "k")),
          new Item("s3", S2, "survey-1/k", s3(S2, "survey-1", "k")),
          new Item(
              "http",
              "",
              "https://archive.example.org/data/x",
              url("https://archive.example.org/data/x")),
          new Item(
              "http",
              "",
              "https://archive.example.org/data/x",
              url("HTTPS://archive.Example.org:443/data/x")),
          new Item(
              "http",
              "",
              "https://archive.example.org/data/x?q=/y",
              url("https://archive.example.org/data/x?q=/y")),
          new Item(
              "http",
              "",
              "https://archive.example.org/data",
              url("https://archive.example.org/data")),
          new Item(
              "http",
              "",
              "https://archive.example.org/database/x",
              url("https://archive.example.org/database/x")),
          new Item(
              "http",
              "",
              "http://archive.example.org/data/x",
              url("http://archive.example.org/data/x")),
          new Item("http", "", "https://mirror.example.org/x", url("https://mirror.example.org/x")),
          new Item(
              "http",
              "",
              "https://archive.example.org/data?q",
              url("https://archive.example.org/data?q")),
          new Item("uri://fits-cutout", "", "", ""),
          new Item("uri://fits-cutout", "", "{a: b}", "{a: b}"),
          new Item("uri://catalogue", "", "", ""),
          new Item("uri://S3-object", "", "", ""));

  /** Those that are none, with what is wrong. */
  private record Wrong(String written, String code, String path) {}

  private static final List<Wrong> WRONG =
      List.of(
          new Wrong("{datainfo: {}}", "data.no-datatype", ""),
          new Wrong("{datatype: ' '}", "data.no-datatype", ""),
          new Wrong("uri://s3-object", "data.no-datatype", ""),
          new Wrong("{datatype: uri://s3-object}", "data.incomplete", ".datainfo"),
          new Wrong(
              "{datatype: uri://s3-object, datainfo: {bucket: abc}}",
              "data.incomplete",
              ".datainfo.object"),
          new Wrong(
              "{datatype: uri://s3-object, datainfo: {bucket: A_B, object: k}}",
              "data.malformed",
              ".datainfo.bucket"),
          new Wrong(
              "{datatype: uri://s3-object, datainfo: {bucket: abc, object: a/../b}}",
              "data.malformed",
              ".datainfo.object"),
          new Wrong(
              "{datatype: uri://vospace-node, datainfo: {uri: 'vos://example.org!vospace/a/../b'}}",
              "data.malformed",
              ".datainfo.uri"),
          new Wrong(
              "{datatype: uri://vospace-node, datainfo: {uri: 'https://example.org/a'}}",
              "data.malformed",
              ".datainfo.uri"),
          new Wrong(
              "{datatype: uri://http-resource, datainfo: {url: 'https://a@example.org/'}}",
              "data.malformed",
              ".datainfo.url"),
          new Wrong(
              "{datatype: uri://http-resource, datainfo: {url: 'https://example.org/%2e%2e/x'}}",
              "data.malformed", ".datainfo.url"),
          new Wrong(
              "{datatype: uri://rucio-did, datainfo: {scope: 'a b', name: x}}",
              "data.malformed",
              ".datainfo.scope"),
          new Wrong(
              "{datatype: uri://rucio-did, datainfo: {scope: a, name: [x, y]}}",
              "data.malformed",
              ".datainfo.name"));

  private static String vos(String rest) {
    return "{uri: 'vos://" + rest + "'}";
  }

  private static String s3(String endpoint, String bucket, String object) {
    return "{endpoint: '%s', bucket: %s, object: %s}".formatted(endpoint, bucket, object);
  }

  private static String url(String url) {
    return "{url: '" + url + "'}";
  }

  static void write(Dice dice, Truth truth) {
    if (dice.chance(3)) {
      truth.members().put("data", Tree.text("uri://s3-object"));
      truth.outerFaults().add(new Fault("data.not-a-list", "data"));
      return;
    }
    List<Tree> items = new ArrayList<>();
    Set<String> named = new HashSet<>();
    int count = dice.chance(10) ? 0 : 1 + dice.below(3);
    for (int i = 0; i < count; i++) {
      String path = "data[" + i + "]";
      if (dice.chance(2)) {
        Wrong wrong = dice.of(WRONG);
        items.add(AnyTask.tree(wrong.written()));
        truth.outerFaults().add(new Fault(wrong.code(), path + wrong.path()));
        continue;
      }
      Item item = dice.of(ALL);
      if (!named.add(item.key())) {
        if (dice.chance(70)) {
          item = new Item("uri://type-" + i, "", "", "");
        } else {
          truth.outerFaults().add(new Fault("data.twice", path));
        }
      }
      items.add(AnyTask.tree(written(dice, truth, item, path)));
      truth.items().add(item);
    }
    truth.members().put("data", Tree.list(items));
    truth.nameData();
  }

  private static String written(Dice dice, Truth truth, Item item, String path) {
    boolean known = !item.type().startsWith("uri:");
    boolean more = known && dice.chance(5);
    if (more) {
      truth.unused().add(path + ".datainfo.colour");
    } else if (!known && !item.info().isEmpty()) {
      truth.unused().add(path + ".datainfo");
    }
    String info = more ? item.info().replaceFirst("}$", ", colour: red}") : item.info();
    boolean note = dice.chance(3);
    if (note) {
      truth.unused().add(path + ".note");
    }
    return "{datatype: '"
        + item.datatype()
        + "'"
        + (info.isEmpty() ? "" : ", datainfo: " + info)
        + (note ? ", note: x" : "")
        + "}";
  }
}
