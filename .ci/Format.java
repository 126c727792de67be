// SPDX-License-Identifier: Apache-2.0
import com.google.googlejavaformat.java.Main;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** {@code check PATH,PATH} tells which Java files there are out of format; {@code fix PATH,PATH} rewrites them. */
void main(String[] args) throws Exception {
  List<String> files = new ArrayList<>();
  for (String root : args[1].split(",")) {
    if (!Files.exists(Path.of(root))) {
      continue;
    }
    try (Stream<Path> walk = Files.walk(Path.of(root))) {
      walk.map(Path::toString).filter(name -> name.endsWith(".java")).sorted().forEach(files::add);
    }
  }
  if (files.isEmpty()) {
    return;
  }
  boolean fix = args[0].equals("fix");
  List<String> arguments =
      new ArrayList<>(fix ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
  arguments.addAll(files);
  StringWriter out = new StringWriter();
  int code =
      new Main(new PrintWriter(out, true), new PrintWriter(System.err, true), System.in)
          .format(arguments.toArray(String[]::new));
  if (code != 0 && !fix) {
    System.err.println("Not in the project's format:");
    out.toString().lines().forEach(file -> System.err.println("  " + file));
    System.err.println("To rewrite them: .ci/format");
  }
  System.err.flush();
  System.exit(code);
}
