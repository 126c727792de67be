// SPDX-License-Identifier: Apache-2.0
package org.whereto.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Format;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree.Mapping;

/** The published schemas of what goes over the wire: JSON Schemas (2020-12) and an XSD. */
public final class Schemas {

  private Schemas() {}

  /** Of an answer. */
  public static Mapping answer() {
    return read(Schemas.class, "answer.schema.json");
  }

  /** Of an answer in XML: an XSD 1.0, in UTF-8. */
  public static byte[] answerInXml() {
    return bytes(Schemas.class, "answer.xsd");
  }

  /** Of a Task document. */
  public static Mapping task() {
    return read(Schemas.class, "task.schema.json");
  }

  /** Of a {@link ProblemDetail}. */
  public static Mapping problem() {
    return read(Schemas.class, "problem.schema.json");
  }

  /** A document in JSON, or in YAML by its ending, that lies beside a class. */
  public static Mapping read(Class<?> beside, String name) {
    Format format = name.endsWith(".yaml") ? Formats.YAML : Formats.JSON;
    try {
      return (Mapping) format.read(bytes(beside, name), Budget.SMALL, Keep.ALL);
    } catch (BadInput fault) {
      throw new IllegalStateException(name + " is damaged", fault);
    }
  }

  private static byte[] bytes(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The document " + name + " is not in the jar.");
      }
      return in.readAllBytes();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
