// SPDX-License-Identifier: Apache-2.0
package org.whereto.cli;

import java.util.List;
import java.util.function.Consumer;
import org.whereto.config.Change;
import org.whereto.config.Change.Changed;
import org.whereto.config.Change.Failed;
import org.whereto.config.Change.Gone;
import org.whereto.config.Change.Mended;
import org.whereto.config.Change.Mounted;
import org.whereto.platform.Mounts;
import org.whereto.platform.Version;
import org.whereto.tree.Problems.Problem;

/** Tells whoever runs a server what happens to it: a line each, on the standard error. */
record News(Terminal terminal) implements Consumer<Change> {

  private static final int MOST_SHOWN = 20;

  /** Which platforms there are at the start. */
  void standing(Mounts mounts) {
    mounts
        .byName()
        .forEach((name, serving) ->
            terminal.complain(
                at(name)
                    + " is "
                    + serving.platform().title()
                    + ", configuration "
                    + serving.platform().version().hash()
                    + "."));
    terminal.flush();
  }

  void tell(String sentence) {
    terminal.complain(sentence);
    terminal.flush();
  }

  @Override
  public void accept(Change change) {
    String file = change.file().toString();
    String at = at(change.name());
    switch (change) {
      case Mounted mounted -> terminal.complain(file + " has come: " + at + is(mounted.version()));
      case Changed changed ->
          terminal.complain(file + " has changed: " + at + is(changed.version()));
      case Mended mended -> terminal.complain(file + " is mended: " + at + is(mended.version()));
      case Failed failed -> failed(failed, at);
      case Gone gone ->
          terminal.complain(
              file + " has gone" + (gone.served() ? ": " + at + " is no longer there." : "."));
    }
    terminal.flush();
  }

  private static String is(Version version) {
    return " has configuration " + version.hash() + ".";
  }

  private void failed(Failed failed, String at) {
    String file = failed.file().toString();
    terminal.complain(
        file
            + " cannot be served: "
            + at
            + (failed.served() ? " stays as it was." : " is not there."));
    List<Problem> problems = failed.problems();
    problems.stream().limit(MOST_SHOWN).forEach(problem -> terminal.complain(problem.in(file)));
    if (problems.size() > MOST_SHOWN) {
      terminal.complain("... and more; see all with: whereto validate " + file);
    }
  }

  private static String at(String name) {
    return name.equals(Mounts.ROOT) ? "/" : "/" + name + "/";
  }
}
