// SPDX-License-Identifier: Apache-2.0
package org.whereto.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.whereto.kind.Kinds;
import org.whereto.kind.ZeppelinNotebook;
import org.whereto.task.Demand;
import org.whereto.task.Environment;
import org.whereto.task.Facts;
import org.whereto.task.ImageReference;
import org.whereto.task.ImageUse;
import org.whereto.task.Languages;
import org.whereto.task.Languages.Evidence;
import org.whereto.task.Languages.Language;
import org.whereto.task.Subject;

/** An inspection as lines for a person; none holds what could disturb a terminal. */
final class FactLines {

  private static final int CELLS_SHOWN = 12;

  private final Inspection inspection;
  private final List<String> lines = new ArrayList<>();

  /** What the numbers of the evidence count. */
  private final String unit;

  FactLines(Inspection inspection) {
    this.inspection = inspection;
    boolean note =
        Kinds.byTasktype(inspection.full().tasktype())
            .filter(ZeppelinNotebook.class::isInstance)
            .isPresent();
    this.unit = note ? "paragraph" : "cell";
  }

  List<String> lines() {
    Facts facts = inspection.facts();
    String what = inspection.what();
    lines.add("This is " + what + ".");
    lines.add("It is asked as " + inspection.full().tasktype() + ".");
    if (facts.subject() instanceof Subject.NotFetched) {
      lines.add("Its content is not known here: nothing is fetched.");
    }
    languages(facts.languages());
    titled("Images:", facts.images().stream().map(FactLines::line).toList());
    titled("It demands of its host:", facts.demands().stream().map(FactLines::line).toList());
    facts.environment().ifPresent(this::environment);
    inspection.notes().forEach(note -> lines.add("Note: " + note));
    return lines.stream().map(Plain::line).toList();
  }

  private void languages(Languages languages) {
    titled("Languages:", languages.used().stream().map(this::line).toList());
    if (!languages.undetermined().isEmpty()) {
      lines.add("Not known: " + languages.undetermined());
    }
  }

  private void environment(Environment environment) {
    if (!environment.host().isEmpty()) {
      lines.add("The repository is at " + environment.host() + ".");
    }
    if (!environment.filesGiven()) {
      return;
    }
    lines.add(
        environment.builder().isEmpty()
            ? "No file decides how it is built: plain Python."
            : "How it is built is decided by " + environment.builder() + ".");
    if (!environment.base().isEmpty()) {
      lines.add("It builds on " + environment.base() + ".");
    }
    titled("Environment files:", environment.files().stream().map(file -> "  " + file).toList());
    titled("Versions:", environment.versions().stream().map(FactLines::line).toList());
  }

  private void titled(String title, List<String> below) {
    if (!below.isEmpty()) {
      lines.add(title);
      lines.addAll(below);
    }
  }

  private String line(Language language) {
    String evidence =
        language.evidence().stream().map(this::line).collect(Collectors.joining("; "));
    return "  " + language.name() + " (" + FactTree.word(language.role()) + "): " + evidence;
  }

  private String line(Evidence evidence) {
    List<Integer> cells = evidence.cells();
    if (cells.isEmpty()) {
      return evidence.source();
    }
    String shown =
        cells.stream().limit(CELLS_SHOWN).map(String::valueOf).collect(Collectors.joining(", "));
    String more =
        cells.size() > CELLS_SHOWN ? " and " + (cells.size() - CELLS_SHOWN) + " more" : "";
    return evidence.source() + " in " + unit + (cells.size() == 1 ? " " : "s ") + shown + more;
  }

  private static String line(ImageUse image) {
    String reference = image.reference().map(ImageReference::toString).orElse("not known");
    String why = image.unclear().isEmpty() ? "" : " (" + image.unclear() + ")";
    return "  " + image.path() + ": " + reference + why;
  }

  private static String line(Demand demand) {
    String detail = demand.detail().isEmpty() ? "" : " " + demand.detail();
    return "  " + demand.path() + ": " + FactTree.word(demand.what()) + detail;
  }

  private static String line(Environment.Version version) {
    return "  " + version.language() + " " + version.wanted() + ": " + version.path();
  }
}
