// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.notebook;

import java.util.Optional;
import java.util.Set;
import org.whereto.task.LanguageNames;
import org.whereto.tree.Tree;

/**
 * The language of a notebook's kernel, as its metadata say it.
 *
 * @param name folded
 * @param source the member that says so
 */
record KernelLanguage(String name, String source) {

  /** What stands where a language should stand and says nothing. */
  private static final Set<String> PLACEHOLDERS = Set.of("", "polyglot-notebook", "plaintext");

  /** What the notebook declares: its kernel's language, else what that kernel said of itself. */
  static Optional<KernelLanguage> declared(Tree metadata) {
    return of(Texts.at(metadata, "kernelspec", "language"), "kernelspec.language")
        .or(() -> of(Texts.at(metadata, "language_info", "name"), "language_info.name"));
  }

  /**
   * What can be had where neither the kernel nor a cell says anything: jupytext's main language,
   * and last the kernel's name. A name says little ({@code lsst}, {@code conda-env-x-py}), so only
   * those count that their makers gave to one language.
   */
  static Optional<KernelLanguage> inferred(Tree metadata) {
    String main = Texts.at(metadata, "jupytext", "main_language");
    return of(main, "jupytext.main_language")
        .or(() -> named(Texts.at(metadata, "kernelspec", "name"), "kernelspec.name"))
        .or(() ->
            named(
                Texts.at(metadata, "polyglot_notebook", "kernelInfo", "defaultKernelName"),
                "polyglot_notebook.kernelInfo.defaultKernelName"));
  }

  private static Optional<KernelLanguage> of(String said, String source) {
    String name = LanguageNames.fold(said);
    return PLACEHOLDERS.contains(name)
        ? Optional.empty()
        : Optional.of(new KernelLanguage(name, source));
  }

  private static Optional<KernelLanguage> named(String kernel, String source) {
    String language =
        switch (kernel) {
          case "python", "python2", "python3", "xpython" -> "python";
          case "ir", "xr" -> "r";
          case "bash" -> "bash";
          case "octave" -> "octave";
          case "sos" -> "sos";
          case "xcpp11", "xcpp14", "xcpp17", "xcpp20" -> "c++";
          case ".net-csharp", "csharp" -> "csharp";
          case ".net-fsharp", "fsharp" -> "fsharp";
          case ".net-powershell", "pwsh" -> "powershell";
          default -> kernel.startsWith("julia-") ? "julia" : "";
        };
    return of(language, source + " " + kernel);
  }
}
