// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.whereto.answer.Reason;
import org.whereto.task.Fact;
import org.whereto.task.Languages;
import org.whereto.task.Languages.Language;
import org.whereto.task.Languages.Role;
import org.whereto.task.OfferedLanguages;
import org.whereto.tree.Settings;
import org.whereto.tree.Tree.Scalar;
import org.whereto.world.World;

/** Every language of a notebook must be one of these (note, section 3.5). */
final class LanguagesCheck implements Check {

  static final CheckType TYPE =
      new CheckType(
          "languages",
          "The languages that a notebook may use.",
          Set.of(Fact.LANGUAGES),
          LanguagesCheck::read);

  private final OfferedLanguages offered;

  /** The names as the owner wrote them, as a reason shows them. */
  private final String allowed;

  /** Whether languages that are only shown (md, html, latex, ...) must be among them too. */
  private final boolean display;

  private LanguagesCheck(List<String> allow, boolean display) {
    this.offered = new OfferedLanguages(allow);
    this.allowed = Reason.listing(allow);
    this.display = display;
  }

  private static Check read(Settings in) {
    in.shorthand("allow");
    in.require("allow");
    return new LanguagesCheck(
        in.texts("allow", "The languages that run here.").stream().map(Scalar::text).toList(),
        in.flag(
            "display",
            false,
            "Whether languages that are only shown, like md, must be among them too."));
  }

  @Override
  public List<String> demands() {
    return List.of(
        "languages: " + (allowed.isEmpty() ? "none" : allowed),
        display
            ? "languages that are only shown, like md, count too"
            : "languages that are only shown, like md, are always fine");
  }

  @Override
  public void look(Asked asked, World world, Findings findings) {
    Languages languages = asked.facts().languages();
    List<Language> missing = new ArrayList<>();
    for (Language language : languages.used()) {
      if (isAllowed(language)) {
        findings.ok(language.path().text(), named(language, languages.unit()), allowed);
      } else {
        missing.add(language);
      }
    }
    if (!missing.isEmpty()) {
      findings.refuse(refusal(missing, languages.unit()));
    }
    if (!languages.undetermined().isEmpty()) {
      findings.notGiven(
          Reason.of(
              "languages.undetermined",
              languages.undeterminedAt().text(),
              languages.undetermined()));
    }
    if (languages.used().isEmpty() && languages.undetermined().isEmpty()) {
      findings.ok("", "no language", allowed);
    }
  }

  private boolean isAllowed(Language language) {
    return (language.role() == Role.DISPLAY && !display) || offered.offer(language.name());
  }

  private Reason refusal(List<Language> missing, String unit) {
    String asked = Reason.listing(missing.stream().map(Language::name).toList());
    String verb = missing.size() == 1 ? " is not a language" : " are not languages";
    return Reason.of(
            "languages.not-offered",
            missing.getFirst().path().text(),
            Reason.listing(missing.stream().map(language -> named(language, unit)).toList())
                + verb
                + " of this platform; it has "
                + allowed
                + ".")
        .comparing(asked, allowed);
  }

  /** The language, and where it was found: {@code r (%%R in cells 3, 7)}. */
  private static String named(Language language, String unit) {
    return language.name() + " (" + language.evidence().getFirst().told(unit) + ")";
  }
}
