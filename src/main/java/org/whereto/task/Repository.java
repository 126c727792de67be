// SPDX-License-Identifier: Apache-2.0
package org.whereto.task;

import java.util.Optional;

/**
 * Where a repository for Binder is.
 *
 * @param name a git URL, a DOI or the address of a record, in its normal form; empty if only files
 *     were given
 * @param host where its files are had from, in lower case, with its port where that is not the
 *     usual one of the scheme; empty where that cannot be told: a DOI may lead anywhere
 * @param provider what kind of service that is; empty where it cannot be told
 */
public record Repository(String name, String host, Optional<Provider> provider) {

  /** Only files were given. */
  public static final Repository NONE = new Repository("", "", Optional.empty());

  /** The services that BinderHub knows to build from. */
  public enum Provider {
    GITHUB,
    GITLAB,
    GIST,
    /** Any other git repository. */
    GIT,
    ZENODO,
    FIGSHARE,
    DATAVERSE,
    HYDROSHARE,
    CKAN;

    /** Whether its repositories are git's, so that all that takes git repositories takes them. */
    public boolean isGit() {
      return switch (this) {
        case GITHUB, GITLAB, GIST, GIT -> true;
        case ZENODO, FIGSHARE, DATAVERSE, HYDROSHARE, CKAN -> false;
      };
    }
  }
}
