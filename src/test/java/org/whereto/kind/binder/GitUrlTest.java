// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.binder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.tree.BadInput;
import org.whereto.tree.Path;
import org.whereto.tree.Place;

class GitUrlTest {

  private static GitUrl read(String text) throws BadInput {
    return GitUrl.read(text, Path.ROOT.member("repository"), Place.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "https://github.com/owner/repo, github.com, https://github.com/owner/repo",
    "https://github.com/owner/repo.git, github.com, https://github.com/owner/repo",
    "https://GitHub.COM/Owner/Repo/, github.com, https://github.com/Owner/Repo",
    "HTTPS://github.com:443/owner/repo, github.com, https://github.com/owner/repo",
    "https://git.example.org:8443/a/b/c.git, git.example.org:8443,"
        + " https://git.example.org:8443/a/b/c",
    "http://git.example.org:80/repo, git.example.org, http://git.example.org/repo",
    "git://git.example.org/repo.git, git.example.org, git://git.example.org/repo",
    "ssh://git@git.example.org:22/a/b, git.example.org, ssh://git@git.example.org/a/b",
    "git@github.com:owner/repo.git, github.com, ssh://git@github.com/owner/repo",
    "https://192.0.2.7/a/b, 192.0.2.7, https://192.0.2.7/a/b",
    "https://gist.github.com/someone/0123abc, gist.github.com,"
        + " https://gist.github.com/someone/0123abc",
  })
  void theFormsThatGitKnowsAreRead(String text, String host, String normal) throws BadInput {
    assertThat(read(text).host()).isEqualTo(host);
    assertThat(read(text)).hasToString(normal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "github.com/owner/repo",
        "owner/repo",
        "gh/owner/repo/main",
        "file:///etc/passwd",
        "ftp://github.com/owner/repo",
        "https://user:secret@github.com/owner/repo",
        "https://github.com@evil.example.org/owner/repo",
        "git@github.com@evil.example.org:owner/repo",
        "https://github.com\\@evil.example.org/owner/repo",
        "https://github.com/owner/../../x/y",
        "https://github.com/owner/%2e%2e",
        "https://github.com/owner/repo?x=1",
        "https://github.com/owner/repo#x",
        "https://github.com/owner/repo/tree/main",
        "https://gitlab.com/owner/repo/-/tree/main",
        "https://github.com/owner",
        "https://github.com",
        "https://github.com/",
        "https://github.com//owner/repo",
        "https://github.com./owner/repo",
        "https://git hub.com/owner/repo",
        "https://gıthub.com/owner/repo",
        "https://-x.example.org/a/b",
        "https://git_hub.com/a/b",
        "https://[::1]/a/b",
        "https://127.1/a/b",
        "https://2130706433/a/b",
        "https://0x7f.1/a/b",
        "https://0x7f000001/a/b",
        "https://192.0.2.07/a/b",
        "https://192.0.2.256/a/b",
        "https://github.com:0/a/b",
        "https://github.com:99999/a/b",
        "https://github.com:/a/b",
        "https://github.com:80:80/a/b",
        "https:/github.com/a/b",
        "ssh://root@github.com/a/b",
        "root@github.com:a/b",
        "git@github.com/a/b",
        "--upload-pack=x",
      })
  void whatIsNotPlainlyOneIsRefused(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            BadInput.class, fault -> assertThat(fault.code()).isEqualTo("repository.malformed"));
  }
}
