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

/**
 * Every language of a notebook must be one of these (note, section 3.5).
 *
 * @param allow names as the owner wrote them
 * @param display whether languages that are only shown (md, html, latex, ...) must be among them
 *     too
 */
record LanguagesCheck(List<String> allow, boolean display) implements Check {

  static final CheckType TYPE =
      new CheckType(
          "languages",
          "The languages that a notebook may use.",
          Set.of(Fact.LANGUAGES),
          LanguagesCheck::read);

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
        "languages: " + (allow.isEmpty() ? "none" : Reason.listing(allow)),
        display
            ? "languages that are only shown, like md, count too"
            : "languages that are only shown, like md, are always fine");
  }

  @Override
  public void look(Asked asked, World world, Findings findings) {
    Languages languages = asked.facts().languages();
    OfferedLanguages offered = new OfferedLanguages(allow);
    List<Language> missing = new ArrayList<>();
    for (Language language : languages.used()) {
      if (isAllowed(language, offered)) {
        findings.ok(
            language.path().text(), named(language, languages.unit()), Reason.listing(allow));
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
      findings.ok("", "no language", Reason.listing(allow));
    }
  }

  private boolean isAllowed(Language language, OfferedLanguages offered) {
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
                + Reason.listing(allow)
                + ".")
        .comparing(asked, Reason.listing(allow));
  }

  /** The language, and where it was found: {@code r (%%R in cells 3, 7)}. */
  private static String named(Language language, String unit) {
    return language.name() + " (" + language.evidence().getFirst().told(unit) + ")";
  }
}
