// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.whereto.answer.Reason;
import org.whereto.task.Environment;
import org.whereto.task.Fact;
import org.whereto.task.Facts;
import org.whereto.task.ImageReference;
import org.whereto.task.ImageUse;
import org.whereto.task.Languages;
import org.whereto.task.Languages.Language;
import org.whereto.task.Languages.Role;

/** Facts about a Task that rules know as lists of texts, where the task's kind provides them. */
enum RuleFact {
  /** Without those that are only shown. */
  LANGUAGES(Fact.LANGUAGES),
  /** In their normal form. */
  IMAGES(Fact.IMAGES),
  /** The names of the files that decide how a Binder repository is built. */
  ENVIRONMENT_FILES(Fact.ENVIRONMENT);

  private final Fact fact;

  RuleFact(Fact fact) {
    this.fact = fact;
  }

  /** Its name in rules. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  Fact fact() {
    return fact;
  }

  /** The texts; where they cannot all be told that goes to {@code findings}, and there are none. */
  Optional<List<String>> texts(Facts facts, Findings findings) {
    return switch (this) {
      case LANGUAGES -> languages(facts.languages(), findings);
      case IMAGES -> images(facts.images(), findings);
      case ENVIRONMENT_FILES -> files(facts.environment(), findings);
    };
  }

  private static Optional<List<String>> languages(Languages languages, Findings findings) {
    if (!languages.undetermined().isEmpty()) {
      findings.notGiven(
          Reason.of(
              "languages.undetermined",
              languages.undeterminedAt().text(),
              languages.undetermined()));
      return Optional.empty();
    }
    return Optional.of(
        languages.used().stream()
            .filter(language -> language.role() != Role.DISPLAY)
            .map(Language::name)
            .toList());
  }

  private static Optional<List<String>> images(List<ImageUse> images, Findings findings) {
    for (ImageUse image : images) {
      if (image.reference().isEmpty()) {
        findings.cannotTell(
            Reason.of(
                "rule.not-decided",
                image.path().text(),
                image.unclear().isEmpty() ? "No image is named here." : image.unclear()));
        return Optional.empty();
      }
    }
    return Optional.of(
        images.stream()
            .flatMap(image -> image.reference().stream())
            .map(ImageReference::toString)
            .toList());
  }

  private static Optional<List<String>> files(
      Optional<Environment> environment, Findings findings) {
    if (environment.isEmpty() || !environment.get().filesGiven()) {
      findings.cannotTell(
          Reason.of(
              "rule.not-decided",
              "taskinfo.files",
              "The environment files decide, and they were not sent: send them as \"files\"."));
      return Optional.empty();
    }
    return Optional.of(environment.get().files());
  }
}
