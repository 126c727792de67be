// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.binder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.task.Repository;
import org.whereto.tree.BadInput;
import org.whereto.tree.Path;
import org.whereto.tree.Place;
import org.whereto.tree.Word;

class RepositoryAddressTest {

  private static Repository read(String text) throws BadInput {
    return RepositoryAddress.read(text, Path.ROOT.member("repository"), Place.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "https://github.com/owner/repo, github, github.com",
    "git@github.com:owner/repo.git, github, github.com",
    "https://GitLab.com/group/sub/repo, gitlab, gitlab.com",
    "https://gist.github.com/someone/0123abc, gist, gist.github.com",
    "https://git.example.org:8443/a/b, git, git.example.org:8443",
    "https://www.github.com/owner/repo, git, www.github.com",
    "https://github.com.evil.example/owner/repo, git, github.com.evil.example",
    "10.5281/zenodo.3242074, zenodo, zenodo.org",
    "doi:10.5281/Zenodo.3242074, zenodo, zenodo.org",
    "https://doi.org/10.5281/zenodo.3242074, zenodo, zenodo.org",
    "http://dx.doi.org/10.5281/zenodo.3242074, zenodo, zenodo.org",
    "https://zenodo.org/records/3242074, zenodo, zenodo.org",
    "https://Zenodo.org/record/3242074/, zenodo, zenodo.org",
    "10.6084/m9.figshare.9782777, figshare, figshare.com",
    "10.6084/m9.figshare.9782777.v1, figshare, figshare.com",
    "https://figshare.com/articles/code/x/9782777/1, figshare, figshare.com",
    "10.7910/DVN/TJCLKP, dataverse, dataverse.harvard.edu",
    "https://dataverse.example.edu/dataset.xhtml?persistentId=doi:10.7910/DVN/TJCLKP, dataverse,"
        + " dataverse.example.edu",
    "https://dataverse.example.edu/citation?persistentId=doi:10.7910/DVN/TJCLKP, dataverse,"
        + " dataverse.example.edu",
    "https://dataverse.example.edu/api/access/datafile/3323458, dataverse, dataverse.example.edu",
    "8f7c2f0341ef4180b0dbe97f59130756, hydroshare, www.hydroshare.org",
    "https://www.hydroshare.org/resource/8f7c2f0341ef4180b0dbe97f59130756/, hydroshare,"
        + " www.hydroshare.org",
    "10.4211/hs.8f7c2f0341ef4180b0dbe97f59130756, hydroshare, www.hydroshare.org",
    "https://demo.ckan.org/dataset/my-sample-dataset-001, ckan, demo.ckan.org",
    "https://data.example.org/portal/dataset/x?activity_id=a-1, ckan, data.example.org",
    "https://git.example.org/dataset/tools.git, git, git.example.org",
    "https://dataverse.example.edu/dataset.xhtml, git, dataverse.example.edu",
    "https://gitlab.com/dataset/tools, gitlab, gitlab.com",
    "10.1234/anything, none, ''",
    "10.5281/other.1, none, ''",
    "10.7910/DVN/x.y, none, ''",
  })
  void everyProviderIsKnownByTheWayItsRepositoriesAreNamed(
      String text, String provider, String host) throws BadInput {
    Repository repository = read(text);
    assertThat(repository.provider().map(Word::of).orElse("none")).isEqualTo(provider);
    assertThat(repository.host()).isEqualTo(host);
    assertThat(repository.name()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10.1/x",
        "10.5281/",
        "10.5281/zenodo 1",
        "doi:",
        "swh:1:rev:94dca98c006b80309704c717b5d83dff3c1fa3a0",
        "8F7C2F0341EF4180B0DBE97F59130756",
        "https://u:p@zenodo.org/records/1",
        "https://zenodo.org@evil.example/records/1",
        "https://zenodo.org\\\\@evil.example/records/1",
        "https://demo.ckan.org/dataset/../x?a=b",
        "https://demo.ckan.org/dataset/%2e%2e/x",
        "https://demo.ckan.org/dataset/x#y",
        "https://dataverse.example.edu/x?persistentId=doi:10.7910/DVN/TJCLKP",
        "https://-x.org/dataset/y",
        "https://0x7f.1/dataset/y",
        "https://x.org:99999/dataset/y",
        "ftp://demo.ckan.org/dataset/x",
      })
  void whatIsNotPlainlyOneOfTheFormsIsRefused(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            BadInput.class, fault -> assertThat(fault.code()).isEqualTo("repository.malformed"));
  }
}
