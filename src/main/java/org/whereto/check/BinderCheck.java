// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.whereto.answer.Reason;
import org.whereto.task.Environment;
import org.whereto.task.Environment.Version;
import org.whereto.task.Fact;
import org.whereto.task.Repository;
import org.whereto.task.Task;
import org.whereto.task.VersionRange;
import org.whereto.tree.Path;
import org.whereto.tree.Word;
import org.whereto.world.World;

/**
 * Which Binder repositories may be built: from which providers and hosts, of which environment
 * files, with which language versions.
 *
 * <p>Versions are those of what the platform installs. A {@code Dockerfile} and {@code default.nix}
 * bring an installation of their own, in which no version can be seen: {@code files} decides of
 * them.
 */
record BinderCheck(BinderRules rules) implements Check {

  static final CheckType TYPE =
      new CheckType(
          "binder",
          "Which environment files, language versions, providers and hosts a Binder repository may"
              + " use.",
          Set.of(Fact.ENVIRONMENT),
          settings -> new BinderCheck(BinderRules.read(settings)));

  private static final Path REPOSITORY = Task.TASKINFO_PATH.member("repository");
  private static final Path FILES = Task.TASKINFO_PATH.member("files");

  @Override
  public List<String> demands() {
    List<String> demands = new ArrayList<>();
    demands.add(
        "environment files: " + (rules.files().isEmpty() ? "any" : Reason.listing(rules.files())));
    rules
        .versions()
        .forEach((language, offer) ->
            demands.add(
                BinderRules.LANGUAGES.get(language) + ": " + Reason.listing(offer.written())));
    if (!rules.providers().isEmpty()) {
      demands.add("providers of the repository: " + Reason.listing(rules.providers()));
    }
    if (!rules.hosts().isEmpty()) {
      demands.add("hosts of the repository: " + Reason.listing(rules.hosts()));
    }
    return demands;
  }

  @Override
  public void look(Asked asked, World world, Findings findings) {
    Optional<Environment> known = asked.facts().environment();
    if (known.isEmpty()) {
      return;
    }
    Environment environment = known.get();
    lookAtAddress(environment.repository(), findings);
    if (environment.filesGiven()) {
      lookAtFiles(environment, findings);
      environment.versions().forEach(version -> lookAt(version, findings));
    } else if (rules.files().isEmpty() && rules.versions().isEmpty()) {
      findings.ok(FILES.text(), "", BinderRules.ANY);
    } else {
      findings.cannotTell(
          Reason.of(
              "binder.files-not-sent",
              FILES.text(),
              "Whether this repository can be built here depends on its environment files, and they"
                  + " were not sent: send them as \"files\"."));
    }
  }

  private void lookAtAddress(Repository repository, Findings findings) {
    boolean asked = !rules.hosts().isEmpty() || !rules.providers().isEmpty();
    String limit = Reason.listing(rules.hosts().isEmpty() ? rules.providers() : rules.hosts());
    if (asked && repository.name().isEmpty()) {
      findings.notGiven(
          Reason.of(
                  "binder.repository.not-given",
                  REPOSITORY.text(),
                  "Only repositories at "
                      + limit
                      + " are built here, and the question does not say where this one is.")
              .comparing("", limit));
    } else if (asked && repository.provider().isEmpty()) {
      findings.cannotTell(
          Reason.of(
                  "binder.repository-unclear",
                  REPOSITORY.text(),
                  "Where this DOI leads is not known here: give the address of the record itself.")
              .comparing(repository.name(), limit));
    } else {
      repository.provider().ifPresent(provider -> lookAt(provider, findings));
      lookAtHost(repository.host(), findings);
    }
  }

  private void lookAt(Repository.Provider provider, Findings findings) {
    List<String> allowed = rules.providers();
    String name = Word.of(provider);
    if (allowed.isEmpty()) {
      return;
    }
    String limit = Reason.listing(allowed);
    boolean asGit = provider.isGit() && allowed.contains(Word.of(Repository.Provider.GIT));
    if (asGit || allowed.contains(name)) {
      findings.ok(REPOSITORY.text(), name, limit);
    } else {
      findings.refuse(
          Reason.of(
                  "binder.provider-not-allowed",
                  REPOSITORY.text(),
                  "Repositories of the sort \"" + name + "\" are not built here.")
              .comparing(name, limit));
    }
  }

  private void lookAtHost(String host, Findings findings) {
    if (rules.hosts().isEmpty()) {
      return;
    }
    String limit = Reason.listing(rules.hosts());
    if (rules.hosts().stream().anyMatch(pattern -> HostPattern.matches(pattern, host))) {
      findings.ok(REPOSITORY.text(), host, limit);
    } else {
      findings.refuse(
          Reason.of(
                  "binder.host-not-allowed",
                  REPOSITORY.text(),
                  "Repositories of " + host + " are not built here.")
              .comparing(host, limit));
    }
  }

  private void lookAtFiles(Environment environment, Findings findings) {
    if (environment.isLegacy()) {
      findings.refuse(
          Reason.of(
                  "binder.legacy",
                  FILES.text(),
                  "The Dockerfile builds on "
                      + environment.base()
                      + ", the image of the first Binder, which builders no longer take.")
              .comparing(environment.base(), ""));
    }
    List<String> files = rules.files();
    String limit = files.isEmpty() ? BinderRules.ANY : Reason.listing(files);
    List<String> allowed = new ArrayList<>();
    for (String file : environment.files()) {
      String name = Environment.baseName(file);
      if (files.isEmpty() || files.contains(name)) {
        allowed.add(file);
      } else {
        findings.refuse(
            Reason.of(
                    "binder.file-not-allowed",
                    FILES.member(file).text(),
                    "The environment file " + file + " may not be used here.")
                .comparing(name, limit));
      }
    }
    if (!allowed.isEmpty() || environment.files().isEmpty()) {
      findings.ok(FILES.text(), Reason.listing(allowed), limit);
    }
  }

  private void lookAt(Version version, Findings findings) {
    BinderRules.Offer offer = rules.versions().get(version.language());
    String name = BinderRules.LANGUAGES.get(version.language());
    if (offer == null || name == null) {
      return;
    }
    String path = version.path().text();
    String limit = Reason.listing(offer.written());
    Optional<VersionRange> range = version.range();
    if (range.isEmpty()) {
      findings.cannotTell(
          Reason.of(
                  "binder." + version.language() + "-unclear",
                  path,
                  "Which "
                      + name
                      + " this file asks for cannot be told: write it like 3.10 or >=3.9.")
              .comparing(version.wanted(), limit));
    } else if (offer.ranges().stream().anyMatch(range.get()::overlaps)) {
      findings.ok(path, version.wanted(), limit);
    } else {
      findings.refuse(
          Reason.of(
                  "binder." + version.language() + "-not-offered",
                  path,
                  name + " " + version.wanted() + " is not offered here.")
              .comparing(version.wanted(), limit));
    }
  }
}
