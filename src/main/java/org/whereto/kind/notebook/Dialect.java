// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.notebook;

/**
 * What lines in a cell can say that they are not in the language of their kernel. {@code %%},
 * {@code %} and {@code !} mean something only to kernels that know them: in R, Julia or SAS they
 * are code.
 */
enum Dialect {
  /** Cell magics, line magics, {@code !}. */
  IPYTHON,
  /** The same in a cell that a tool gave to another kernel: there {@code !} may be code. */
  FOREIGN,
  /** Kernels on metakernel: cell magics, and {@code !} on the first line. */
  METAKERNEL,
  /** Kernels of BeakerX: cell magics that name one of its languages. */
  BEAKERX,
  /** .NET Interactive: {@code #!fsharp} lines; {@code %%fsharp} in its first years. */
  DOTNET,
  /** Nothing of the kind. */
  PLAIN;

  /**
   * @param language folded; empty if it is not known, and then magics are believed
   */
  static Dialect of(String language) {
    return switch (language) {
      case "", "python", "sage", "coconut", "cython", "pyspark", "sos" -> IPYTHON;
      case "octave", "matlab", "scheme" -> METAKERNEL;
      case "groovy", "scala", "java", "kotlin", "clojure", "sql" -> BEAKERX;
      case "csharp", "fsharp", "powershell" -> DOTNET;
      default -> PLAIN;
    };
  }
}
