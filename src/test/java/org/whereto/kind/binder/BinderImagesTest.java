// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.binder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.whereto.task.Environment;
import org.whereto.task.Facts;
import org.whereto.task.ImageUse;
import org.whereto.tree.BadInput;
import org.whereto.tree.Tree;

/** On which images a repository is built. */
class BinderImagesTest {

  private static final BinderNotebook KIND = new BinderNotebook();

  private static Facts read(String... namesAndTexts) throws BadInput {
    Tree.Builder files = Tree.build();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      files.put(namesAndTexts[i], namesAndTexts[i + 1]);
    }
    return KIND.read(Tree.build().put("files", files.done()).done());
  }

  private static Environment environment(String... namesAndTexts) throws BadInput {
    return read(namesAndTexts).environment().orElseThrow();
  }

  @Test
  void theImagesAreThoseOfADockerfileWhereOneDecides() throws BadInput {
    Facts facts = read("Dockerfile", "FROM a:1\nCOPY --from=b:2 / /\n", "apt.txt", "");

    assertThat(facts.images())
        .extracting(use -> use.path() + " " + use.reference().map(Object::toString).orElse("?"))
        .containsExactly(
            "taskinfo.files.Dockerfile docker.io/library/a:1",
            "taskinfo.files.Dockerfile docker.io/library/b:2");
    assertThat(facts.noImage()).isEmpty();
    assertThat(read("binder/Dockerfile", "FROM a", "Dockerfile", "FROM evil").images())
        .extracting(ImageUse::written)
        .containsExactly("a");
  }

  @Test
  void withoutADockerfileThePlatformsOwnImageIsBuiltOn() throws BadInput {
    for (Facts facts :
        List.of(
            read("environment.yml", ""),
            read(),
            read("binder/apt.txt", "", "Dockerfile", "FROM evil"),
            read("README.md", "FROM evil"))) {
      assertThat(facts.images()).isEmpty();
      assertThat(facts.noImage()).contains("no Dockerfile");
    }
  }

  @Test
  void withoutFilesItCannotBeToldOnWhichImageItIsBuilt() throws BadInput {
    Facts facts = KIND.read(Tree.build().put("repository", "https://github.com/a/b").done());

    assertThat(facts.noImage()).isEmpty();
    assertThat(facts.images())
        .singleElement()
        .satisfies(use -> {
          assertThat(use.path()).hasToString("taskinfo.files");
          assertThat(use.reference()).isEmpty();
          assertThat(use.written()).isEqualTo("https://github.com/a/b");
          assertThat(use.unclear()).contains("send them as \"files\"");
        });
  }

  /** The builder looks for it at the root before it looks for a folder. */
  @Test
  void aDockerfileAtTheRootOnTheFirstBindersImageCountsEverywhere() throws BadInput {
    String old = "FROM andrewosh/binder-base # x\nFROM a\n";
    assertThat(environment("binder/environment.yml", "", "Dockerfile", old).isLegacy()).isTrue();
    assertThat(environment("binder/environment.yml", "", "Dockerfile", "FROM a\n" + old).isLegacy())
        .isFalse();
    assertThat(environment("binder/Dockerfile", "FROM a", "Dockerfile", "RUN x").base())
        .isEqualTo("a");
  }
}
