// SPDX-License-Identifier: Apache-2.0
package org.whereto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;

/** Types, checks and taskinfos that have to do with each other, for tests that combine them. */
final class Samples {

  static final List<String> TYPES =
      List.of(
          "uri://jupyter-notebook",
          "uri://zeppelin-notebook",
          "uri://docker-container",
          "uri://docker-compose",
          "uri://binder-notebook",
          "uri://mine",
          "uri://nobody-takes-this");

  private static final List<Tree> LANGUAGES =
      trees(
          "[python, shell]", "{allow: [python, r, spark.pyspark]}", "{allow: [md], display: true}");
  private static final List<Tree> IMAGES =
      trees("[\"docker.io/example/*\"]", "{allow: [\"**\"], deny: [evil/*]}", "[example:1.0]");
  private static final List<Tree> FIELDS =
      trees("{taskinfo.queue: [short]}", "{taskinfo.nodes: {min: 1, max: 8}}");

  /** By task type and check: settings of it. */
  static final Map<String, Map<String, List<Tree>>> CHECKS =
      Map.of(
          "uri://jupyter-notebook", Map.of("languages", LANGUAGES, "field", FIELDS),
          "uri://zeppelin-notebook", Map.of("languages", LANGUAGES, "field", FIELDS),
          "uri://docker-container", Map.of("image", IMAGES, "field", FIELDS),
          "uri://docker-compose",
              Map.of("image", IMAGES, "compose", trees("{}", "{build: true}"), "field", FIELDS),
          "uri://binder-notebook",
              Map.of("binder", trees("{hosts: [github.com]}", "{python: [\">=3.9\"]}")),
          "uri://mine", Map.of("field", FIELDS));

  /** An empty list stands for no taskinfo at all. */
  static final List<Tree> TASKINFOS =
      trees(
          "[]",
          "{}",
          "text",
          "{languages: [python]}",
          "{languages: []}",
          "{languages: \"{md,pyspark}\", queue: short}",
          "{languages: [R, Python3, html]}",
          "{notebook: {cells: [{cell_type: code, source: x, metadata: {}}], metadata: {}, nbformat:"
              + " 4}}",
          "{notebook: http://nb.example.org/a.ipynb}",
          "{notebook: \"{}\"}",
          "{image: \"docker.io/example:1.0\", nodes: 4}",
          "{image: example/app, queue: long}",
          "{image: evil/x}",
          "{image: \"Not An Image\"}",
          "{image: null}",
          "{composefile: {services: {a: {image: example/app}}}}",
          "{composefile: \"services: {a: {image: evil/x, privileged: true}}\"}",
          "{composefile: \"services: {a: {build: .}}\"}",
          "{composefile: \"- not one\"}",
          "{repository: \"https://github.com/a/b\", files: {runtime.txt: python-3.8}}",
          "{repository: \"https://evil.example.org/a/b\"}",
          "{files: {environment.yml: \"dependencies: [python=3.11]\"}}",
          "{queue: short, nodes: 9}",
          "{queue: [short, long]}",
          "{nodes: 1e0}");

  /** Members beside taskinfo. */
  static final List<Mapping> OTHERS =
      trees(
              "{}",
              "{}",
              "{}",
              "{resources: {mincores: 2, maxmemory: 8G}}",
              "{resources: {mingpus: 1}}",
              "{resources: {mincores: 4, maxcores: 2}}",
              "{data: [{datatype: uri://cutout}]}",
              "{colour: blue}")
          .stream()
          .map(Mapping.class::cast)
          .toList();

  private Samples() {}

  private static List<Tree> trees(String... texts) {
    return Arrays.stream(texts).map(Samples::tree).toList();
  }

  private static Tree tree(String text) {
    try {
      return Formats.YAML.read(text.getBytes(UTF_8), Budget.SMALL, Keep.ALL);
    } catch (BadInput wrong) {
      throw new IllegalArgumentException(text, wrong);
    }
  }
}
