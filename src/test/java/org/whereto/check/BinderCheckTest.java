// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.answer.Finding;
import org.whereto.answer.Finding.Outcome;
import org.whereto.answer.Permanence;
import org.whereto.answer.Reason;
import org.whereto.kind.binder.RepositoryAddress;
import org.whereto.task.Caller;
import org.whereto.task.Environment;
import org.whereto.task.Environment.Version;
import org.whereto.task.Facts;
import org.whereto.task.Repository;
import org.whereto.task.Subject;
import org.whereto.task.Task;
import org.whereto.task.VersionRange;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Path;
import org.whereto.tree.Place;
import org.whereto.tree.Problems;
import org.whereto.tree.Settings;
import org.whereto.world.World;

class BinderCheckTest {

  private static final Path RUNTIME = new Path("taskinfo.files[runtime.txt]");

  private static Check check(String yaml, Problems problems) throws BadInput {
    return Settings.read(
        Formats.YAML.read(yaml.getBytes(StandardCharsets.UTF_8), Budget.SMALL, Keep.ALL),
        problems,
        BinderCheck.TYPE.read());
  }

  private static List<Finding> look(String yaml, Environment environment) throws BadInput {
    Problems problems = new Problems();
    Check check = check(yaml, problems);
    assertThat(problems.all()).isEmpty();
    Findings findings = new Findings("binder");
    check.look(
        new Asked(
            Task.of("uri://binder-notebook"),
            Facts.about(new Subject.Given()).with(environment),
            Caller.ANONYMOUS),
        World.CLOSED,
        findings);
    return findings.all();
  }

  @Test
  void aFindingNamesTheListThatAFileIsOn() throws BadInput {
    assertThat(look("{files: [runtime.txt]}", files("", "runtime.txt")).getFirst().limit())
        .isEqualTo("runtime.txt");
    assertThat(look("{files: '*'}", files("", "runtime.txt")).getFirst().limit()).isEqualTo("*");
  }

  private static List<String> told(String yaml, Environment environment) throws BadInput {
    return look(yaml, environment).stream()
        .map(
            finding -> finding.outcome() + finding.says().map(says -> " " + says.code()).orElse(""))
        .toList();
  }

  private static Environment files(String builder, String... files) {
    return new Environment(Repository.NONE, true, builder, "", List.of(files), List.of());
  }

  private static Environment asking(String language, String wanted) {
    Version version = new Version(language, wanted, VersionRange.parse(wanted), RUNTIME);
    return new Environment(Repository.NONE, true, "", "", List.of("runtime.txt"), List.of(version));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          {}                           ; environment.yml        ; OK
          {}                           ; binder/environment.yml ; OK
          {}                           ; environment.yaml       ; OK
          {}                           ; Dockerfile             ; REFUSED binder.file-not-allowed
          {}                           ; .binder/Dockerfile     ; REFUSED binder.file-not-allowed
          {}                           ; default.nix            ; REFUSED binder.file-not-allowed
          {}                           ; REQUIRE                ; REFUSED binder.file-not-allowed
          {files: '*'}                 ; Dockerfile             ; OK
          {files: Dockerfile}          ; Dockerfile             ; OK
          {files: [environment.yml]}   ; environment.yaml       ; OK
          {files: [environment.yml]}   ; requirements.txt       ; REFUSED binder.file-not-allowed
          {files: [requirements.txt]}  ; binder/postBuild       ; REFUSED binder.file-not-allowed
          """)
  void filesAreHeldAgainstTheList(String yaml, String file, String told) throws BadInput {
    assertThat(told(yaml, files("", file))).containsExactly(told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          {python: '3.10'}           ; python ; 3.10      ; OK
          {python: 3.10}             ; python ; 3.1       ; REFUSED binder.python-not-offered
          {python: 3.*}              ; python ; 2.7       ; REFUSED binder.python-not-offered
          {python: ['3.9', '3.11']}  ; python ; 3.11.2    ; OK
          {python: ['3.9', '3.11']}  ; python ; >=3.8     ; OK
          {python: ['3.9', '3.11']}  ; python ; >=3.12    ; REFUSED binder.python-not-offered
          {python: '>=3.9,<3.13'}    ; python ; 3.8       ; REFUSED binder.python-not-offered
          {python: '3.10'}           ; python ; ${V}      ; CANNOT_TELL binder.python-unclear
          {python: '3.10'}           ; r      ; 4.3       ; none
          {r: '>=4'}                 ; r      ; 3.6       ; REFUSED binder.r-not-offered
          {julia: '1.*'}             ; julia  ; 0.7       ; REFUSED binder.julia-not-offered
          """)
  void versionsAreHeldAgainstWhatIsOffered(String yaml, String language, String wanted, String told)
      throws BadInput {
    List<String> rest = told(yaml, asking(language, wanted));

    assertThat(rest.getFirst()).isEqualTo("OK");
    assertThat(rest.size() > 1 ? rest.get(1) : "none").isEqualTo(told);
  }

  @Test
  void aRepositoryThatAsksForNoVersionIsFine() throws BadInput {
    assertThat(told("{python: '3.10'}", files("", "requirements.txt"))).containsExactly("OK");
    assertThat(told("{python: '3.10'}", files(""))).containsExactly("OK");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          github.com        ; github.com            ; OK
          GitHub.com        ; github.com            ; OK
          github.com        ; github.com:8443       ; REFUSED binder.host-not-allowed
          github.com        ; evilgithub.com        ; REFUSED binder.host-not-allowed
          github.com        ; github.com.evil.org   ; REFUSED binder.host-not-allowed
          '*.example.org'   ; git.example.org       ; OK
          '*.example.org'   ; a.b.example.org       ; OK
          '*.example.org'   ; example.org           ; REFUSED binder.host-not-allowed
          '*.example.org'   ; evilexample.org       ; REFUSED binder.host-not-allowed
          git.example.org:8443 ; git.example.org:8443 ; OK
          """)
  void hostsAreHeldAgainstTheList(String pattern, String host, String told) throws BadInput {
    Environment environment =
        Environment.at(new Repository("x", host, Optional.of(Repository.Provider.GIT)));

    assertThat(told("{files: '*', hosts: ['" + pattern + "']}", environment))
        .containsExactly(told, "OK");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          github          ; https://github.com/a/b                    ; OK
          git             ; https://github.com/a/b                    ; OK
          git             ; git@gitlab.com:a/b                        ; OK
          git             ; https://gist.github.com/a/1f              ; OK
          gitlab          ; https://github.com/a/b                    ; REFUSED binder.provider-not-allowed
          github          ; https://git.example.org/a/b               ; REFUSED binder.provider-not-allowed
          github          ; https://gist.github.com/a/1f              ; REFUSED binder.provider-not-allowed
          git             ; 10.5281/zenodo.3242074                    ; REFUSED binder.provider-not-allowed
          'git, zenodo'   ; https://doi.org/10.5281/zenodo.3242074    ; OK
          'git, figshare' ; 10.6084/m9.figshare.9782777.v1            ; OK
          dataverse       ; doi:10.7910/DVN/TJCLKP                    ; OK
          hydroshare      ; 8f7c2f0341ef4180b0dbe97f59130756          ; OK
          ckan            ; https://demo.ckan.org/dataset/x           ; OK
          zenodo          ; 10.1234/whatever                          ; CANNOT_TELL binder.repository-unclear
          """)
  void providersAreHeldAgainstTheList(String providers, String repository, String told)
      throws BadInput {
    Environment environment = at(repository);

    assertThat(told("{files: '*', providers: [" + providers + "]}", environment))
        .containsExactly(told, "OK");
  }

  @Test
  void aDoiThatMayLeadAnywhereIsOnNoListOfHosts() throws BadInput {
    Environment doi = at("10.1234/x");

    assertThat(told("{files: '*', hosts: [doi.org]}", doi))
        .containsExactly("CANNOT_TELL binder.repository-unclear", "OK");
    assertThat(told("{files: '*'}", doi)).containsExactly("OK");
  }

  @Test
  void providersAndHostsMustBothHold() throws BadInput {
    String rules = "{files: '*', providers: [git, zenodo], hosts: [git.example.org, zenodo.org]}";

    assertThat(told(rules, at("https://git.example.org/a/b"))).containsExactly("OK", "OK", "OK");
    assertThat(told(rules, at("https://github.com/a/b")))
        .containsExactly("OK", "REFUSED binder.host-not-allowed", "OK");
    assertThat(told(rules, at("10.5281/zenodo.1"))).containsExactly("OK", "OK", "OK");
    assertThat(told("{providers: git}", files("", "apt.txt")))
        .containsExactly("NOT_GIVEN binder.repository.not-given", "OK");
  }

  private static Environment at(String repository) throws BadInput {
    return Environment.at(RepositoryAddress.read(repository, Path.ROOT, Place.NONE));
  }

  @Test
  void aHostListWithoutARepositoryLeavesItOpen() throws BadInput {
    assertThat(told("{hosts: [github.com]}", files("", "apt.txt")))
        .containsExactly("NOT_GIVEN binder.repository.not-given", "OK");
  }

  @Test
  void filesThatWereNotSentLeaveItUndecided() throws BadInput {
    Environment url = at("https://github.com/a/b");

    assertThat(told("{}", url)).containsExactly("CANNOT_TELL binder.files-not-sent");
    assertThat(told("{files: '*', python: '3.10'}", url))
        .containsExactly("CANNOT_TELL binder.files-not-sent");
    assertThat(told("{files: '*'}", url)).containsExactly("OK");
    assertThat(look("{}", url).getFirst().says().flatMap(Reason::permanence))
        .contains(Permanence.UNKNOWN);
  }

  @Test
  void theImageOfTheFirstBinderIsRefusedWhateverTheListSays() throws BadInput {
    Environment old =
        new Environment(
            Repository.NONE,
            true,
            "Dockerfile",
            "AndrewOsh/binder-base",
            List.of("Dockerfile"),
            List.of());

    assertThat(told("{files: '*'}", old)).containsExactly("REFUSED binder.legacy", "OK");
  }

  @Test
  void aRefusalSaysWhatWasSeenAndTheLimit() throws BadInput {
    Finding finding = look("{python: ['3.9', '3.10']}", asking("python", "2.7")).get(1);

    assertThat(finding.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(finding.says())
        .contains(
            Reason.of(
                    "binder.python-not-offered", RUNTIME.text(), "Python 2.7 is not offered here.")
                .comparing("2.7", "3.9, 3.10")
                .lasting(Permanence.NEVER));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{files: [environment.yaml, enviroment.yml]}",
        "{files: []}",
        "{python: []}",
        "{python: latest}",
        "{r: ['4.1', 'four']}",
        "{hosts: []}",
        "{providers: []}",
        "{providers: [git, gitbub]}",
        "{providers: GitHub}",
        "{hosts: ['*']}",
        "{hosts: ['https://github.com']}",
        "{hosts: ['*.*.org']}",
        "{pyhton: '3.10'}",
      })
  void aFaultInTheOwnersFileIsReported(String yaml) throws BadInput {
    Problems problems = new Problems();
    assertThat(Optional.of(check(yaml, problems))).isPresent();
    assertThat(problems.all()).hasSize(1);
  }
}
