// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whereto.kind.notebook.CellTags.Tag;
import org.whereto.kind.notebook.Cells.Cell;
import org.whereto.kind.notebook.LanguageTally.Claim;
import org.whereto.task.LanguageNames;
import org.whereto.task.Languages.Role;

/** Finds the languages of code cells, one cell after the other. */
final class CellLanguages {

  private final Optional<KernelLanguage> kernel;
  private final LanguageTally tally;
  private final List<Integer> untold = new ArrayList<>();

  /**
   * @param kernel the language of cells that say nothing else; empty if it cannot be told
   */
  CellLanguages(Optional<KernelLanguage> kernel, LanguageTally tally) {
    this.kernel = kernel;
    this.tally = tally;
  }

  /**
   * The cells whose language cannot be told. A cell with magic is among them where the kernel is
   * not known: the magic names a second language, and not the one that understands the magic.
   */
  List<Integer> untold() {
    return untold;
  }

  void read(Cell cell) {
    Optional<Tag> tag = CellTags.of(cell);
    String own = LanguageNames.fold(Texts.at(cell.members(), "language"));
    tag.ifPresent(said -> claim(said.language(), said.role(), said.source(), cell));
    if (tag.isEmpty() && kernel.isEmpty() && !own.isEmpty()) {
      claim(own, Role.KERNEL, "language of the cell", cell);
    }
    String around = kernel.map(KernelLanguage::name).orElse(own);
    boolean switched = readSwitches(cell, around, tag.isPresent());
    if (tag.isEmpty() && !switched && around.isEmpty() && !cell.isBlank()) {
      untold(cell.number());
    }
    readMagics(cell, tag.isEmpty() ? Dialect.of(around) : dialect(tag.get(), around));
  }

  private void untold(int cell) {
    if (untold.isEmpty() || untold.getLast() != cell) {
      untold.add(cell);
    }
  }

  /**
   * What lines can say in a cell with a tag. Only some kernels heed tags: an IPython kernel runs
   * the cell all the same. Where no kernel is known, it may be one of these.
   */
  private static Dialect dialect(Tag tag, String around) {
    Dialect tagged = tag.language().isEmpty() ? Dialect.PLAIN : Dialect.of(tag.language());
    boolean heeded = around.isEmpty() ? !isOnlyShown(tag) : around.equals("sos");
    if (heeded || Dialect.of(around) != Dialect.IPYTHON) {
      return tagged;
    }
    boolean sos = tag.source().equals(CellTags.SOS) && tagged != Dialect.IPYTHON;
    return sos ? Dialect.FOREIGN : Dialect.IPYTHON;
  }

  private static boolean isOnlyShown(Tag tag) {
    return tag.language().isEmpty() || tag.role() == Role.DISPLAY;
  }

  private void claim(String language, Role role, String source, Cell cell) {
    if (!language.isEmpty()) {
      tally.add(new Claim(language, role, NotebookDocument.PATH, source), cell.number());
    }
  }

  /** Whether the cell begins with a line that sets its language. */
  private boolean readSwitches(Cell cell, String around, boolean tagged) {
    if (!tagged && !around.isEmpty() && Dialect.of(around) != Dialect.DOTNET) {
      return false;
    }
    CellTags.switches(cell).forEach(s -> claim(s.language(), s.role(), s.source(), cell));
    return CellTags.startsWithSwitch(cell);
  }

  private void readMagics(Cell cell, Dialect dialect) {
    switch (dialect) {
      case IPYTHON, FOREIGN -> readIpython(cell, dialect == Dialect.IPYTHON);
      case METAKERNEL -> {
        readFirstMagic(cell);
        if (cell.source().stripLeading().startsWith("!")) {
          claim(LanguageNames.SHELL, Role.SHELL, "!", cell);
        }
      }
      case BEAKERX, DOTNET -> readFirstMagic(cell);
      case PLAIN -> {}
    }
  }

  /** A cell magic that brings a language, where others are no concern of ours. */
  private void readFirstMagic(Cell cell) {
    Optional<String> line = new CodeLines(cell.source().stripLeading()).next();
    if (line.isPresent() && line.get().startsWith("%%")) {
      if (Magics.cell(line.get().substring(2)) instanceof Magics.Cell.Brings brings) {
        claim(brings.language(), brings.role(), brings.source(), cell);
      }
    }
  }

  /**
   * @param commands whether {@code !} begins a command; in other languages it may be code
   */
  private void readIpython(Cell cell, boolean commands) {
    CodeLines lines = new CodeLines(cell.source());
    boolean first = true;
    Optional<String> line = lines.next();
    while (line.isPresent()) {
      String text = line.get();
      if (first && text.startsWith("%%")) {
        if (endsCode(Magics.cell(text.substring(2)), cell)) {
          return;
        }
      } else if (!text.isEmpty()) {
        first = false;
        readLine(text, cell, commands);
      }
      line = lines.next();
    }
  }

  /** Takes note of a cell magic; whether the lines below it are not code of the kernel. */
  private boolean endsCode(Magics.Cell magic, Cell cell) {
    return switch (magic) {
      case Magics.Cell.Brings(String language, Role role, String source) -> {
        claim(language, role, source, cell);
        yield true;
      }
      case Magics.Cell.HoldsText() -> true;
      case Magics.Cell.Wraps() -> false;
      case Magics.Cell.Unknown(String source) -> {
        kernel.ifPresent(
            known -> claim(known.name(), Role.KERNEL, source + " (magic not known)", cell));
        yield false;
      }
    };
  }

  private void readLine(String line, Cell cell, boolean commands) {
    Optional<String> escaped = CodeLines.escaped(line);
    if (escaped.isEmpty()) {
      return;
    }
    if (escaped.get().startsWith("!")) {
      if (commands) {
        claim(LanguageNames.SHELL, Role.SHELL, "!", cell);
      }
      return;
    }
    String magic = escaped.get().substring(1);
    Magics.line(magic)
        .ifPresent(
            language -> claim(language, LanguageNames.role(language), Magics.source(magic), cell));
  }
}
