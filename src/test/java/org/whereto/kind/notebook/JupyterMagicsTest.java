// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whereto.kind.notebook.JupyterInYaml.PYTHON;
import static org.whereto.kind.notebook.JupyterInYaml.code;
import static org.whereto.kind.notebook.JupyterInYaml.found;
import static org.whereto.kind.notebook.JupyterInYaml.languages;
import static org.whereto.kind.notebook.JupyterInYaml.notebook;
import static org.whereto.kind.notebook.JupyterInYaml.quoted;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.whereto.task.Languages.Evidence;
import org.whereto.tree.BadInput;

final class JupyterMagicsTest {

  static Stream<Arguments> cellMagics() {
    return Stream.of(
        Arguments.of("%%R\nx <- 1", "r CELL"),
        Arguments.of("\n  \n%%R -i x\ny", "r CELL"),
        Arguments.of("# note\n%%R\ny", ""),
        Arguments.of("%%bash\nls", "shell SHELL"),
        Arguments.of("%%sh", "shell SHELL"),
        Arguments.of("%%!\nls", "shell SHELL"),
        Arguments.of("%%!ls", "shell SHELL"),
        Arguments.of("%%script bash\nls", "shell SHELL"),
        Arguments.of("%%script --bg --out log bash\nls", "shell SHELL"),
        Arguments.of("%%script --out=log /usr/bin/env perl -w\n", "perl CELL"),
        Arguments.of("%%script python2\n", ""),
        Arguments.of("%%script Rscript\n", "r CELL"),
        Arguments.of("%%script false --no-raise-error\nx", "shell SHELL"),
        Arguments.of("%%script node\n", "node CELL"),
        Arguments.of("%%script js\n", "javascript CELL"),
        Arguments.of("%%script\n", ""),
        Arguments.of("%%ruby\n", "ruby CELL"),
        Arguments.of("%%cython -a\n", "cython CELL"),
        Arguments.of("%%spark\n", "spark CELL"),
        Arguments.of("%%local\n", ""),
        Arguments.of("%%cffi int f(int);\n", "c CELL"),
        Arguments.of("%%javascript\nalert(1)", "javascript DISPLAY"),
        Arguments.of("%%html\n<b>", "html DISPLAY"),
        Arguments.of("%%SVG\n", "svg DISPLAY"),
        Arguments.of("%%latex\n", "latex DISPLAY"),
        Arguments.of("%%time\nx", ""),
        Arguments.of("%%time\n%%R\nx", "r CELL"),
        Arguments.of("%%capture\n!ls", "shell SHELL"),
        Arguments.of("%%capture out\n\n%%bash\nls", "shell SHELL"),
        Arguments.of("%%writefile x.sh\n!ls\n%R x", ""),
        Arguments.of("%%unheardof\n!ls", "shell SHELL"));
  }

  static Stream<Arguments> lineMagics() {
    return Stream.of(
        Arguments.of("%%R\n!ls\n%julia", "r CELL"),
        Arguments.of("x = 1\n%%R\n", ""),
        Arguments.of("!ls", "shell SHELL"),
        Arguments.of("if x:\n    !ls", "shell SHELL"),
        Arguments.of("files = !ls", "shell SHELL"),
        Arguments.of("a, d['b'] = !ls", "shell SHELL"),
        Arguments.of("x != 1", ""),
        Arguments.of("x = 1 != 2", ""),
        Arguments.of("print('x = !ls')", ""),
        Arguments.of("\"\"\"\n!ls\n%R\n\"\"\"", ""),
        Arguments.of("'''a\n!ls'''\n!ls", "shell SHELL"),
        Arguments.of("# it's \"\"\"\n!ls", "shell SHELL"),
        Arguments.of("s = 'it\\'s' + \"#\" # '''\n!ls", "shell SHELL"),
        Arguments.of("!echo '''\n%R x", "shell SHELL, r CELL"),
        Arguments.of("x = 1\r%R y", "r CELL"),
        Arguments.of("x = 1\u2028!ls", "shell SHELL"),
        Arguments.of("x = 'a\\\n'''\n%R y", "r CELL"),
        Arguments.of("x = f\"{'\"\"\"\"'}\"\n%R y", "r CELL"),
        Arguments.of("f\"\"\"{x[\"\"\"a\"\"\"]}\"\"\"\n%R y", "r CELL"),
        Arguments.of("f'}}{{ {\"'''\" }'\n%R y", "r CELL"),
        Arguments.of("f'''{x}\n%R {{\n'''", ""),
        Arguments.of("f'{a} {{' + '''\n%R y\n'''", ""),
        Arguments.of("rb'\\\\'\n%R y", "r CELL"),
        Arguments.of("r'''\\'''\n%R y'''", ""),
        Arguments.of("x = %time '''\n%R y", "r CELL"),
        Arguments.of("!echo \\\n'''\n%R y", "shell SHELL, r CELL"),
        Arguments.of("?x'''\n%R y", "r CELL"),
        Arguments.of("y = ('%s'\n % '''b''' + '''\n''')\n%R y", "r CELL"),
        Arguments.of("'''a\nb'''; x = %R y", "r CELL"),
        Arguments.of("d[-1] = %R y", "r CELL"),
        Arguments.of("d[f(a=1)] = %R y", "r CELL"),
        Arguments.of("d['a=b'] = %R y", "r CELL"),
        Arguments.of("a: int = %R y", "r CELL"),
        Arguments.of("f(1); x = !ls", "shell SHELL"),
        Arguments.of("d[\n1] = !ls", "shell SHELL"),
        Arguments.of("x == '!' and y <= '%R'", ""),
        Arguments.of("x += '%R' % y", ""),
        Arguments.of("print(f'{x=!r}', sep='=%R')", ""),
        Arguments.of("# x = !ls", ""),
        Arguments.of("%R x <- 1", "r CELL"),
        Arguments.of("v = %R x", "r CELL"),
        Arguments.of("%Rpush y", "r CELL"),
        Arguments.of("%julia f(1)", "julia CELL"),
        Arguments.of("%octave x", "octave CELL"),
        Arguments.of("%load_ext rpy2.ipython", "r CELL"),
        Arguments.of("%reload_ext julia.magic", "julia CELL"),
        Arguments.of("%load_ext fortranmagic", "fortran CELL"),
        Arguments.of("%load_ext sparkmagic.magics", "spark CELL"),
        Arguments.of("%load_ext autoreload", ""),
        Arguments.of("%load_ext", ""),
        Arguments.of("%matplotlib inline\n%timeit x", ""),
        Arguments.of("y = (a\n  % R)", ""),
        Arguments.of("%", ""),
        Arguments.of("%%", ""));
  }

  @ParameterizedTest
  @MethodSource({"cellMagics", "lineMagics"})
  void magicsInPythonBringSecondLanguages(String source, String found) throws BadInput {
    String all = found.isEmpty() ? "python KERNEL" : "python KERNEL, " + found;
    assertThat(found(notebook(PYTHON, code(quoted(source))))).isEqualTo(all);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "R|!x|r KERNEL",
        "julia|!isnothing(x)|julia KERNEL",
        "julia|%R|julia KERNEL",
        "sas|%let R = 1|sas KERNEL",
        "idl|!inline=1|idl KERNEL",
        "c++|!x;|c++ KERNEL",
        "octave|% R|octave KERNEL",
        "octave|%%python|octave KERNEL, python CELL",
        "octave|%% a title|octave KERNEL",
        "scheme|! ls|scheme KERNEL, shell SHELL",
        "groovy|%%java|groovy KERNEL, java CELL",
        "groovy|!x|groovy KERNEL",
        "groovy|%%classpath add|groovy KERNEL",
        "scala|%%spark|scala KERNEL, spark CELL",
        "sage|!ls|sage KERNEL, shell SHELL",
        "C#|#!fsharp|csharp KERNEL, fsharp CELL",
        "C#|#!share --from fsharp x|csharp KERNEL",
        "C#|#!time|csharp KERNEL",
        "C#|%%fsharp|csharp KERNEL, fsharp CELL",
        "python|#!fsharp|python KERNEL",
        "bash|#!html|bash KERNEL",
      })
  void magicsMeanSomethingOnlyToKernelsThatKnowThem(String language, String source, String found)
      throws BadInput {
    String metadata = "{kernelspec: {language: '" + language + "'}}";
    assertThat(found(notebook(metadata, code(quoted(source))))).isEqualTo(found);
  }

  @Test
  void aMagicWithoutAKnownKernelLeavesTheKernelOpen() throws BadInput {
    assertThat(found(notebook("{}", code("'%%R'")))).isEqualTo("r CELL ?");
    assertThat(found(notebook("{}", code("'!ls'")))).isEqualTo("shell SHELL ?");
  }

  @Test
  void aMagicThatNobodyKnowsStandsInTheEvidence() throws BadInput {
    assertThat(languages(notebook(PYTHON, code("'%%frobnicate x'"))).getFirst().evidence())
        .containsExactly(
            new Evidence("kernelspec.language", List.of()),
            new Evidence("%%frobnicate (magic not known)", List.of(1)));
  }
}
