// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.whereto.task.Facts;
import org.whereto.task.ImagePlatform;
import org.whereto.task.ImageUse;
import org.whereto.task.Subject;
import org.whereto.tree.BadInput;
import org.whereto.tree.Tree;

class DockerContainerTest {

  private final DockerContainer kind = new DockerContainer();

  private Facts read(Tree image) throws BadInput {
    return kind.read(Tree.build().put("image", image).done());
  }

  @Test
  void theImageIsReadInItsNormalForm() throws BadInput {
    Facts facts = read(Tree.text("example:1.0"));
    assertThat(facts.subject()).isEqualTo(new Subject.Given());
    assertThat(facts.images())
        .singleElement()
        .satisfies(use -> {
          assertThat(use.path()).hasToString("taskinfo.image");
          assertThat(use.written()).isEqualTo("example:1.0");
          assertThat(use.reference().map(Object::toString))
              .contains("docker.io/library/example:1.0");
        });
  }

  @Test
  void aPlainNumberIsANameToo() throws BadInput {
    assertThat(read(Tree.literal("1")).images()).extracting(ImageUse::written).containsExactly("1");
  }

  @Test
  void withoutImageTheQuestionIsAGeneralOne() throws BadInput {
    Facts facts = kind.read(Tree.build().put("platform", "linux/amd64").done());
    assertThat(facts.subject()).isEqualTo(new Subject.NotGiven("image"));
  }

  @Test
  void thePlatformIsThatOfTheImage() throws BadInput {
    Tree.Builder taskinfo = Tree.build().put("image", "example");
    assertThat(kind.read(taskinfo.done()).images().getFirst().platform()).isEmpty();
    assertThat(kind.read(taskinfo.put("platform", "x86_64").done()).images())
        .singleElement()
        .satisfies(
            use -> assertThat(use.platform()).contains(new ImagePlatform("linux", "amd64", "")));
    assertThat(kind.fields()).containsExactly("image", "platform");
  }

  @Test
  void aPlatformThatIsNoneIsAFaultOfTheRequestEvenWithoutAnImage() {
    for (Tree platform :
        List.of(
            Tree.literal("null"),
            Tree.text(" "),
            Tree.text("linux"),
            Tree.text("linux/amd64/v1/x"),
            Tree.text("linux/"),
            Tree.texts(List.of("linux/amd64")),
            Tree.build().put("os", "linux").done())) {
      for (Tree.Builder taskinfo : List.of(Tree.build().put("image", "a"), Tree.build())) {
        assertThatThrownBy(() -> kind.read(taskinfo.put("platform", platform).done()))
            .isInstanceOfSatisfying(
                BadInput.class, fault -> assertThat(fault.path()).hasToString("taskinfo.platform"));
      }
    }
  }

  @Test
  void anImageThatIsNoTextIsAFaultOfTheRequest() {
    for (Tree image :
        List.of(
            Tree.literal("null"),
            Tree.literal(""),
            Tree.text(""),
            Tree.text("  "),
            Tree.texts(List.of("a", "b")),
            Tree.build().put("name", "a").done(),
            Tree.text("Example"),
            Tree.text("docker://example"))) {
      assertThatThrownBy(() -> read(image))
          .isInstanceOfSatisfying(
              BadInput.class, fault -> assertThat(fault.path()).hasToString("taskinfo.image"));
    }
  }
}
