// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.whereto.task.Environment;
import org.whereto.task.Repository;
import org.whereto.task.VersionRange;
import org.whereto.tree.Nearest;
import org.whereto.tree.Settings;
import org.whereto.tree.Tree.Scalar;
import org.whereto.tree.Word;

/**
 * What an owner says under {@code binder:}.
 *
 * @param files the names that are allowed; empty for any
 * @param versions by language, what is offered; a language that is not there is not looked at
 * @param providers names of {@link Repository.Provider}; empty for any
 * @param hosts patterns of {@link HostPattern}; empty for any
 */
record BinderRules(
    List<String> files, Map<String, Offer> versions, List<String> providers, List<String> hosts) {

  static final String ANY = "*";

  /** Names of the languages, by their keys. */
  static final Map<String, String> LANGUAGES = languages();

  /** Not allowed unless named: what brings its own installation, and what builders gave up. */
  private static final Set<String> UNUSUAL = Set.of("Dockerfile", "default.nix", "REQUIRE");

  /** What is offered of one language, and as the owner wrote it. */
  record Offer(List<VersionRange> ranges, List<String> written) {}

  private static Map<String, String> languages() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("python", "Python");
    names.put("r", "R");
    names.put("julia", "Julia");
    return names;
  }

  static BinderRules read(Settings settings) {
    Map<String, Offer> versions = new LinkedHashMap<>();
    LANGUAGES.forEach((key, name) -> {
      Offer offer = offer(settings, key, name);
      if (settings.has(key)) {
        versions.put(key, offer);
      }
    });
    return new BinderRules(files(settings), versions, providers(settings), hosts(settings));
  }

  private static List<String> files(Settings settings) {
    List<Scalar> given =
        settings.texts(
            "files",
            "Names of the environment files that may be used, or \"*\" for any. Default: all but"
                + " Dockerfile, default.nix and REQUIRE.");
    if (!settings.has("files")) {
      return Environment.FILES.stream().filter(name -> !UNUSUAL.contains(name)).toList();
    }
    complainIfEmpty(settings, "files", given);
    List<String> names = given.stream().map(Scalar::text).toList();
    for (Scalar name : given) {
      if (!name.text().equals(ANY) && !Environment.FILES.contains(name.text())) {
        settings.problemAt(
            name.place(),
            "\""
                + name.text()
                + "\" is no environment file."
                + Nearest.remedy(name.text(), Environment.FILES));
      }
    }
    // The two spellings of a conda environment are one thing to an owner.
    if (names.contains("environment.yml")) {
      names = new ArrayList<>(names);
      names.add("environment.yaml");
    }
    return names.contains(ANY) ? List.of() : List.copyOf(names);
  }

  private static Offer offer(Settings settings, String key, String name) {
    List<Scalar> given =
        settings.texts(
            key,
            "Versions of "
                + name
                + " that are offered, like \"3.10\", \"3.*\" or \">=3.9,<3.13\". A repository that"
                + " asks for none of them is refused, one that asks for no version is not.");
    complainIfEmpty(settings, key, given);
    List<VersionRange> ranges = new ArrayList<>();
    for (Scalar text : given) {
      Optional<VersionRange> range = VersionRange.parse(text.text());
      if (range.isEmpty()) {
        settings.problemAt(
            text.place(),
            "\"" + text.text() + "\" is no version: write it like 3.10, 3.* or >=3.9,<3.13.");
      }
      range.ifPresent(ranges::add);
    }
    return new Offer(List.copyOf(ranges), given.stream().map(Scalar::text).toList());
  }

  private static List<String> providers(Settings settings) {
    List<String> known = Stream.of(Repository.Provider.values()).map(Word::of).toList();
    List<Scalar> given =
        settings.texts(
            "providers",
            "What repositories may be built from: "
                + String.join(", ", known)
                + ". git means every git repository. Default: any.");
    complainIfEmpty(settings, "providers", given);
    for (Scalar name : given) {
      if (!known.contains(name.text())) {
        settings.problemAt(
            name.place(),
            "\"" + name.text() + "\" is no provider." + Nearest.remedy(name.text(), known));
      }
    }
    return given.stream().map(Scalar::text).toList();
  }

  private static List<String> hosts(Settings settings) {
    List<Scalar> given =
        settings.texts(
            "hosts",
            "Hosts of the repositories that may be built: git.example.org, or *.example.org for"
                + " all below. Default: any.");
    complainIfEmpty(settings, "hosts", given);
    List<String> hosts = new ArrayList<>();
    for (Scalar text : given) {
      Optional<String> host = HostPattern.read(text.text());
      if (host.isEmpty()) {
        settings.problemAt(
            text.place(),
            "\"" + text.text() + "\" is no host: write it like git.example.org or *.example.org.");
      }
      host.ifPresent(hosts::add);
    }
    return List.copyOf(hosts);
  }

  private static void complainIfEmpty(Settings settings, String key, List<Scalar> given) {
    if (settings.has(key) && given.isEmpty()) {
      settings.problem(
          key,
          "\"" + key + "\" names nothing, so nothing would be allowed: name one, or leave it out.");
    }
  }
}
