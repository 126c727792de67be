// SPDX-License-Identifier: Apache-2.0
package org.whereto.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;

/** The published JSON Schemas (2020-12) of what goes over the wire. */
public final class Schemas {

  private static final String DEFINITIONS = "$defs";

  private Schemas() {}

  /** Of an answer. */
  public static Mapping answer() {
    return read(Schemas.class, "answer.schema.json");
  }

  /** Of a Task document. */
  public static Mapping task() {
    return read(Schemas.class, "task.schema.json");
  }

  /** A schema with that of an answer as {@code #/$defs/answer}. */
  public static Mapping withAnswer(Mapping schema) {
    Mapping definitions = definitions(schema);
    for (var definition : definitions(answer()).members().entrySet()) {
      definitions = definitions.with(definition.getKey(), definition.getValue().value());
    }
    Mapping bare = answer().without(DEFINITIONS).without("$schema");
    return schema.with(DEFINITIONS, definitions.with("answer", bare));
  }

  /** A schema that lies beside a class. */
  public static Mapping read(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The schema " + name + " is not in the jar.");
      }
      Tree tree = Formats.JSON.read(in.readAllBytes(), Budget.SMALL, Keep.ALL);
      return (Mapping) tree;
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    } catch (BadInput fault) {
      throw new IllegalStateException(name + " is damaged", fault);
    }
  }

  private static Mapping definitions(Mapping schema) {
    return schema.get(DEFINITIONS).orElse(null) instanceof Mapping some
        ? some
        : Tree.build().done();
  }
}
