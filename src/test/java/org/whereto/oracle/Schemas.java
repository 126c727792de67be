// SPDX-License-Identifier: Apache-2.0
package org.whereto.oracle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.whereto.oracle.Shapes.Shape;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;

/** JSON Schemas for a whole taskinfo, and what they say of one. */
final class Schemas {

  private static final String TASKINFO = "taskinfo";

  private Schemas() {}

  /** What becomes of members that have no schema of their own. */
  enum Others {
    OPEN,
    CLOSED,
    UNEVALUATED,
    FLAGS
  }

  /** How the schema of a member is written: in its place, within a list of one, or elsewhere. */
  enum Spelling {
    PLAIN,
    ALL_OF,
    REFERENCE
  }

  /** One member. */
  record Property(Shape shape, Spelling spelling) {}

  /**
   * Members of a mapping.
   *
   * @param implied by a member that is there, another one that must be, too
   * @param most members; 0 for any number
   */
  record Form(
      Map<String, Property> properties,
      List<String> required,
      Others others,
      Map<String, String> implied,
      int most) {

    /** Those that are wrong. */
    List<Said> flaws(Mapping value, String path) {
      List<Said> flaws = new ArrayList<>();
      Set<String> names = value.members().keySet();
      Set<String> wanted = new HashSet<>(required);
      implied.forEach((name, other) -> {
        if (names.contains(name)) {
          wanted.add(other);
        }
      });
      wanted.stream()
          .filter(name -> !names.contains(name))
          .forEach(name -> flaws.add(Shapes.flaw(path + "." + name, "missing")));
      if (most > 0 && names.size() > most) {
        flaws.add(Shapes.flaw(path, "most members " + most));
      }
      value
          .members()
          .forEach((name, member) -> {
            String at = path + "." + name;
            Property property = properties.get(name);
            if (property != null) {
              flaws.addAll(property.shape().flaws(member.value(), at));
            } else if (others == Others.CLOSED || others == Others.UNEVALUATED) {
              flaws.add(Shapes.flaw(at, "surplus"));
            } else if (others == Others.FLAGS) {
              flaws.addAll(new Shapes.Flag().flaws(member.value(), at));
            }
          });
      return flaws;
    }
  }

  /**
   * @param typed whether it says that taskinfo is a mapping
   * @param hours what it says within {@code walltime}
   * @param old whether it is written in draft-07
   */
  record SchemaRule(Form form, Optional<Form> hours, boolean typed, boolean old) implements Rule {

    @Override
    public String name() {
      return "schema";
    }

    @Override
    public boolean isOfKind() {
      return false;
    }

    @Override
    public Tree setting() {
      Map<String, Tree> definitions = new LinkedHashMap<>();
      Tree.Builder schema = Tree.build();
      if (old) {
        schema.put("$schema", "http://json-schema.org/draft-07/schema#");
      }
      Map<String, Tree> properties = properties(form, definitions);
      hours.ifPresent(inner -> {
        Tree.Builder walltime = Tree.build().put("type", "object");
        properties.put("walltime", written(walltime, inner, properties(inner, definitions)).done());
      });
      if (typed) {
        schema.put("type", "object");
      }
      written(schema, form, properties);
      if (!definitions.isEmpty()) {
        schema.put(old ? "definitions" : "$defs", Tree.map(definitions));
      }
      return schema.done();
    }

    private Map<String, Tree> properties(Form of, Map<String, Tree> definitions) {
      Map<String, Tree> properties = new LinkedHashMap<>();
      of.properties()
          .forEach((name, property) -> {
            Tree own = property.shape().setting();
            String definition = "of-" + name;
            switch (property.spelling()) {
              case PLAIN -> properties.put(name, own);
              case ALL_OF ->
                  properties.put(name, Tree.build().put("allOf", Tree.list(List.of(own))).done());
              case REFERENCE -> {
                definitions.put(definition, own);
                String at = "#/" + (old ? "definitions/" : "$defs/") + definition;
                properties.put(name, Tree.build().put("$ref", at).done());
              }
            }
          });
      return properties;
    }

    private Tree.Builder written(Tree.Builder schema, Form of, Map<String, Tree> properties) {
      schema.put("properties", Tree.map(properties));
      schema.putIfAny("required", Tree.texts(of.required()).items());
      switch (of.others()) {
        case OPEN -> {}
        case CLOSED -> schema.put("additionalProperties", Tree.literal("false"));
        case UNEVALUATED ->
            schema.put(
                old ? "additionalProperties" : "unevaluatedProperties", Tree.literal("false"));
        case FLAGS -> schema.put("additionalProperties", new Shapes.Flag().setting());
      }
      Tree.Builder implied = Tree.build();
      of.implied().forEach((name, other) -> implied.put(name, Tree.texts(List.of(other))));
      if (!of.implied().isEmpty()) {
        schema.put(old ? "dependencies" : "dependentRequired", implied.done());
      }
      if (of.most() > 0) {
        schema.put("maxProperties", Tree.literal(String.valueOf(of.most())));
      }
      return schema;
    }

    @Override
    public List<String> reads() {
      Set<String> names = new HashSet<>(form.properties().keySet());
      names.addAll(form.required());
      if (hours.isPresent()) {
        names.add("walltime");
      }
      return names.stream().map(name -> TASKINFO + "." + name).toList();
    }

    @Override
    public List<Said> look(Truth truth) {
      Optional<Tree> taskinfo = Members.at(truth, TASKINFO);
      if (taskinfo.isEmpty()) {
        return List.of(Said.open("schema.not-given", TASKINFO, ""));
      }
      if (!(taskinfo.get() instanceof Mapping whole)) {
        return typed ? List.of(Shapes.flaw(TASKINFO, "type mapping")) : List.of();
      }
      // Documents are not for schemas.
      Mapping mapping = whole.without("notebook").without("composefile");
      List<Said> said = new ArrayList<>();
      Map<String, Property> all = new LinkedHashMap<>(form.properties());
      if (hours.isPresent()) {
        all.put("walltime", new Property(new Shapes.Any(true), Spelling.PLAIN));
        mapping.get("walltime").ifPresent(value -> said.addAll(inner(value, hours.get())));
      }
      Form whole2 = new Form(all, form.required(), form.others(), form.implied(), form.most());
      said.addAll(whole2.flaws(mapping, TASKINFO));
      return said;
    }

    private static List<Said> inner(Tree value, Form form) {
      String path = TASKINFO + ".walltime";
      return value instanceof Mapping mapping
          ? form.flaws(mapping, path)
          : List.of(Shapes.flaw(path, "type mapping"));
    }
  }

  static Rule rule(Dice dice) {
    List<String> fields = Members.FIELDS.stream().filter(name -> !name.equals("walltime")).toList();
    Form form = form(dice, dice.some(fields, 1, 5));
    Optional<Form> hours =
        dice.chance(30) ? Optional.of(form(dice, List.of("hours"))) : Optional.empty();
    return new SchemaRule(form, hours, dice.chance(80), dice.chance(25));
  }

  private static Form form(Dice dice, List<String> names) {
    Map<String, Property> properties = new LinkedHashMap<>();
    for (String name : names) {
      Shape shape = name.equals("hours") ? Shapes.whole(dice) : Shapes.of(dice, name);
      Spelling spelling =
          dice.of(Spelling.PLAIN, Spelling.PLAIN, Spelling.ALL_OF, Spelling.REFERENCE);
      properties.put(name, new Property(shape, spelling));
    }
    List<String> required = dice.chance(50) ? dice.some(names, 0, 2) : List.of();
    Map<String, String> implied =
        dice.chance(15) ? Map.of(dice.of(names), dice.of(names)) : Map.of();
    Others others = dice.chance(75) ? Others.OPEN : dice.of(Others.values());
    return new Form(properties, required, others, implied, dice.chance(10) ? 1 + dice.below(5) : 0);
  }
}
