// SPDX-License-Identifier: Apache-2.0
package org.whereto.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.whereto.task.Demand;
import org.whereto.task.Environment;
import org.whereto.task.Facts;
import org.whereto.task.ImageReference;
import org.whereto.task.ImageUse;
import org.whereto.task.Languages;
import org.whereto.task.Languages.Language;
import org.whereto.task.Repository;
import org.whereto.task.Subject;
import org.whereto.tree.OneLine;
import org.whereto.tree.Word;

/** An inspection as lines for a person; none holds what could disturb a terminal. */
final class FactLines {

  private static final int LONGEST = 20_000;

  private final Inspection inspection;
  private final List<String> lines = new ArrayList<>();

  FactLines(Inspection inspection) {
    this.inspection = inspection;
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
    titled("It asks for:", FactAmounts.lines(facts.resources()));
    facts.environment().ifPresent(this::environment);
    inspection.notes().forEach(note -> lines.add("Note: " + note));
    return lines.stream().map(FactLines::onOneLine).toList();
  }

  /** Cleaned of what would act on a terminal, but for the blanks before it. */
  private static String onOneLine(String line) {
    int blanks = line.length() - line.stripLeading().length();
    return " ".repeat(blanks) + OneLine.of(line, LONGEST);
  }

  private void languages(Languages languages) {
    titled(
        "Languages:", languages.used().stream().map(used -> line(used, languages.unit())).toList());
    if (!languages.undetermined().isEmpty()) {
      lines.add("Not known: " + languages.undetermined());
    }
  }

  private void environment(Environment environment) {
    Repository repository = environment.repository();
    if (!repository.host().isEmpty()) {
      lines.add("The repository is at " + repository.host() + ".");
    } else if (!repository.name().isEmpty()) {
      lines.add("Where " + repository.name() + " leads is not known here.");
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

  private static String line(Language language, String unit) {
    String evidence =
        language.evidence().stream()
            .map(claim -> claim.told(unit))
            .collect(Collectors.joining("; "));
    return "  " + language.name() + " (" + Word.of(language.role()) + "): " + evidence;
  }

  private static String line(ImageUse image) {
    String reference = image.reference().map(ImageReference::toString).orElse("not known");
    String why = image.unclear().isEmpty() ? "" : " (" + image.unclear() + ")";
    return "  " + image.path() + ": " + reference + why;
  }

  private static String line(Demand demand) {
    String detail = demand.detail().isEmpty() ? "" : " " + demand.detail();
    return "  " + demand.path() + ": " + Word.of(demand.what()) + detail;
  }

  private static String line(Environment.Version version) {
    return "  " + version.language() + " " + version.wanted() + ": " + version.path();
  }
}
