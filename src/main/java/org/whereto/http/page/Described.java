// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.page;

import java.util.Arrays;
import java.util.List;
import org.whereto.decide.Description;
import org.whereto.decide.Description.Accepted;
import org.whereto.decide.Description.Condition;
import org.whereto.decide.Description.Field;
import org.whereto.decide.Description.On;
import org.whereto.decide.Description.TaskType;
import org.whereto.http.message.BodyType;
import org.whereto.http.settings.Limits;
import org.whereto.platform.Disclosure;
import org.whereto.platform.Version;
import org.whereto.tree.Format;
import org.whereto.tree.Formats;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.wire.Schemas;

/** The document at {@code description}: what a platform accepts, and what its server takes. */
public final class Described {

  /** The root of its XML. */
  public static final String ROOT = "description";

  private static final Tree TRUE = Tree.literal("true");

  private Described() {}

  /** The JSON Schema (2020-12) of the document. */
  public static Mapping schema() {
    return Schemas.read(Described.class, "description.schema.json");
  }

  /** The document; members that say nothing are left out. */
  public static Mapping tree(Description description, Limits limits) {
    Mapping told =
        Tree.build()
            .put(
                "tasktypes",
                Tree.list(description.tasktypes().stream().map(Described::type).toList()))
            .put("answers", Tree.texts(Formats.ALL.stream().map(Described::mediaType).toList()))
            .put("limits", limits(limits))
            .done();
    // The hash of the owner's file would change with what the caller may not know.
    String version = Version.of(Formats.JSON.line(told)).hash();
    return Tree.build()
        .putIfAny("title", description.title())
        .put("version", version)
        .done()
        .withAll(told);
  }

  private static Mapping type(TaskType type) {
    Tree.Builder out =
        Tree.build()
            .put("tasktype", type.name())
            .putIfAny("synonyms", texts(type.synonyms()))
            .putIfAny("kind", type.kind())
            .putIfAny("fields", type.fields().stream().map(Described::field).toList());
    type.format().ifPresent(format -> out.put("format", format));
    return out.put(
            "accepted", Tree.list(type.accepted().stream().map(Described::accepted).toList()))
        .done();
  }

  private static Mapping field(Field field) {
    Tree.Builder out = Tree.build().put("name", field.name());
    return (field.isContent() ? out.put("content", TRUE) : out).done();
  }

  private static Mapping accepted(Accepted accepted) {
    Tree.Builder out =
        Tree.build()
            .put("interfaces", Tree.list(accepted.on().stream().map(Described::on).toList()))
            .put("reasons", accepted.told().word());
    if (accepted.told() != Disclosure.NONE) {
      out.put("required", Tree.literal(String.valueOf(accepted.required())));
    }
    return out.putIfAny("conditions", conditions(accepted.conditions())).done();
  }

  private static Mapping on(On on) {
    return Tree.build()
        .put("servicetype", on.servicetype())
        .putIfAny("conditions", conditions(on.conditions()))
        .done();
  }

  private static List<Mapping> conditions(List<Condition> conditions) {
    return conditions.stream()
        .map(condition ->
            Tree.build()
                .put("check", condition.check())
                .putIfAny("demands", texts(condition.demands()))
                .done())
        .toList();
  }

  private static Mapping limits(Limits limits) {
    return Tree.build()
        .put("head", number(limits.headBytes()))
        .put(
            "bodies",
            Tree.list(
                Arrays.stream(BodyType.values())
                    .map(type ->
                        Tree.build()
                            .put("type", type.mediaType())
                            .put("bytes", number(type.most(limits.request())))
                            .done())
                    .toList()))
        .done();
  }

  private static Tree number(int number) {
    return Tree.literal(String.valueOf(number));
  }

  private static List<Tree> texts(List<String> texts) {
    return texts.stream().<Tree>map(Tree::text).toList();
  }

  private static String mediaType(Format format) {
    return format.mediaTypes().getFirst();
  }

  /** The document in the format that was asked for. */
  public static byte[] write(Mapping tree, Format format) {
    return Formats.byName(format.name(), ROOT).orElse(format).write(tree);
  }
}
