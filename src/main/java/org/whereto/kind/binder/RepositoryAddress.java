// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.binder;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.whereto.task.Repository;
import org.whereto.tree.BadInput;
import org.whereto.tree.Path;
import org.whereto.tree.Place;

/**
 * The ways to name a repository for Binder: a git URL, a DOI, the address of a record of Zenodo,
 * Figshare, Dataverse, Hydroshare or CKAN, or the bare name of one of Hydroshare. Read from the
 * text alone: a DOI is not looked up.
 */
public final class RepositoryAddress {

  private static final int LONGEST = 2048;

  private static final Pattern DOI =
      Pattern.compile(
          "(?i)(?:doi:|https?://(?:dx\\.)?doi\\.org/)?(10\\.[0-9]{4,9}/[A-Z0-9._;()/:-]{1,200})");

  /** DOIs that cannot lead to another service, each with the host that they lead to. */
  private static final Map<Repository.Provider, Known> KNOWN =
      Map.of(
          Repository.Provider.ZENODO, known("10\\.5281/zenodo\\.[0-9]+", "zenodo.org"),
          Repository.Provider.FIGSHARE,
              known("10\\.6084/m9\\.figshare\\.[0-9]+(\\.v[0-9]+)?", "figshare.com"),
          Repository.Provider.DATAVERSE, known("10\\.7910/dvn/[a-z0-9/]+", "dataverse.harvard.edu"),
          Repository.Provider.HYDROSHARE,
              known("10\\.4211/hs\\.[0-9a-f]{32}", "www.hydroshare.org"));

  private static final Pattern HYDROSHARE_NAME = Pattern.compile("[0-9a-f]{32}");

  private static final Pattern WEB =
      Pattern.compile(
          "(?i)(https?)://([A-Z0-9.:-]+)((?:/[A-Z0-9._~%-]+)+)/?(\\?[A-Z0-9._~:/=&%-]*)?");

  /** Services that are known by host, each with how the path of a record begins. */
  private static final Map<String, Service> RECORDS =
      Map.of(
          "zenodo.org",
              new Service(Repository.Provider.ZENODO, List.of("/record/", "/records/", "/doi/")),
          "www.zenodo.org",
              new Service(Repository.Provider.ZENODO, List.of("/record/", "/records/", "/doi/")),
          "figshare.com", new Service(Repository.Provider.FIGSHARE, List.of("/articles/")),
          "www.figshare.com", new Service(Repository.Provider.FIGSHARE, List.of("/articles/")),
          "hydroshare.org", new Service(Repository.Provider.HYDROSHARE, List.of("/resource/")),
          "www.hydroshare.org", new Service(Repository.Provider.HYDROSHARE, List.of("/resource/")));

  private static final Map<String, Repository.Provider> GIT =
      Map.of(
          "github.com", Repository.Provider.GITHUB,
          "gitlab.com", Repository.Provider.GITLAB,
          "gist.github.com", Repository.Provider.GIST);

  private record Known(Pattern doi, String host) {}

  private record Service(Repository.Provider provider, List<String> beginnings) {}

  private final Path field;
  private final Place place;

  private RepositoryAddress(Path field, Place place) {
    this.field = field;
    this.place = place;
  }

  private static Known known(String doi, String host) {
    return new Known(Pattern.compile(doi), host);
  }

  /**
   * Reads an address.
   *
   * @param field the field that holds it, for the fault
   * @throws BadInput {@code repository.malformed}
   */
  public static Repository read(String text, Path field, Place place) throws BadInput {
    return new RepositoryAddress(field, place).read(text);
  }

  private Repository read(String text) throws BadInput {
    if (text.length() <= LONGEST) {
      Matcher doi = DOI.matcher(text);
      if (doi.matches()) {
        return ofDoi(doi.group(1).toLowerCase(Locale.ROOT));
      }
      if (HYDROSHARE_NAME.matcher(text).matches()) {
        return new Repository(
            text, "www.hydroshare.org", Optional.of(Repository.Provider.HYDROSHARE));
      }
      Optional<Repository> record = ofRecord(text);
      if (record.isPresent()) {
        return record.get();
      }
    }
    GitUrl url = GitUrl.read(text, field, place);
    Repository.Provider provider = GIT.getOrDefault(url.host(), Repository.Provider.GIT);
    return new Repository(url.toString(), url.host(), Optional.of(provider));
  }

  private static Repository ofDoi(String doi) {
    for (Map.Entry<Repository.Provider, Known> known : KNOWN.entrySet()) {
      if (known.getValue().doi().matcher(doi).matches()) {
        return new Repository(doi, known.getValue().host(), Optional.of(known.getKey()));
      }
    }
    return new Repository(doi, "", Optional.empty());
  }

  /** The address of a record; empty for one that only git can make sense of. */
  private Optional<Repository> ofRecord(String text) throws BadInput {
    Matcher web = WEB.matcher(text);
    if (!web.matches()) {
      return Optional.empty();
    }
    String path = web.group(3);
    String query = web.group(4) == null ? "" : web.group(4);
    // The same grammar of hosts as git URLs have.
    String host = GitUrl.read(web.group(1) + "://" + web.group(2) + "/a/b", field, place).host();
    boolean climbs = List.of(path.split("/", -1)).stream().anyMatch(RepositoryAddress::isDots);
    Optional<Repository.Provider> provider =
        climbs ? Optional.empty() : provider(host, path, query);
    return provider.map(known -> new Repository(text, host, provider));
  }

  private static boolean isDots(String segment) {
    return segment.equals(".") || segment.equals("..") || segment.contains("%");
  }

  private static Optional<Repository.Provider> provider(String host, String path, String query) {
    Service record = RECORDS.get(host);
    if (record != null) {
      return record.beginnings().stream().anyMatch(path::startsWith)
          ? Optional.of(record.provider())
          : Optional.empty();
    }
    boolean dataset =
        List.of("/dataset.xhtml", "/file.xhtml", "/citation").contains(path)
            && query.startsWith("?persistentId=");
    if (dataset || path.startsWith("/api/access/datafile/")) {
      return Optional.of(Repository.Provider.DATAVERSE);
    }
    boolean git = GIT.containsKey(host) || path.endsWith(".git");
    return !git && path.contains("/dataset/")
        ? Optional.of(Repository.Provider.CKAN)
        : Optional.empty();
  }
}
