// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Optional;
import org.whereto.support.SoundFault;
import org.whereto.task.Demand;
import org.whereto.task.Facts;
import org.whereto.task.ImageReference;
import org.whereto.task.ImageUse;
import org.whereto.task.Kind;
import org.whereto.task.Languages.Language;
import org.whereto.task.Subject;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Format;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;

/**
 * Contents of any bytes, to each kind. The same content gives the same facts, as text and as a
 * tree; and so does what is left of it when only facts leave a machine.
 */
class KindsFuzzTest {

  /** What checks look at; secrets in URLs go, where no image and no path can be. */
  private record Seen(
      List<String> languages,
      boolean undetermined,
      List<String> images,
      List<String> demands,
      String environment,
      String noImage) {

    static Seen of(Facts facts) {
      return new Seen(
          facts.languages().used().stream().map(Language::name).sorted().toList(),
          !facts.languages().undetermined().isEmpty(),
          facts.images().stream().map(Seen::told).toList(),
          facts.demands().stream().map(Seen::told).toList(),
          facts.environment().toString(),
          facts.noImage());
    }

    private static String told(ImageUse use) {
      return use.path() + " " + use.reference() + " " + use.platform() + " " + use.user();
    }

    private static String told(Demand demand) {
      String detail = demand.detail().contains("://") ? "a URL" : demand.detail();
      return demand.what() + " " + demand.path() + " " + detail;
    }
  }

  @FuzzTest
  void jupyter(byte[] document) throws BadInput {
    document(kind("jupyter-notebook"), "notebook", Formats.JSON, document);
  }

  @FuzzTest
  void zeppelin(byte[] document) throws BadInput {
    document(kind("zeppelin-notebook"), "notebook", Formats.JSON, document);
  }

  @FuzzTest
  void compose(byte[] document) throws BadInput {
    document(kind("docker-compose"), "composefile", Formats.YAML, document);
  }

  /** An image has one full name, and that name means the same image. */
  @FuzzTest
  void container(byte[] name) throws BadInput {
    Mapping taskinfo = Tree.build().put("image", text(name)).done();
    Optional<Facts> facts = facts(kind("docker-container"), taskinfo);
    if (facts.isPresent()) {
      ImageReference image = facts.get().images().getFirst().reference().orElseThrow();
      assertThat(ImageReference.parse(image.toString())).isEqualTo(image);
    }
  }

  /** The first line is the name of a file, the rest its content. */
  @FuzzTest
  void binderFile(byte[] file) throws BadInput {
    String all = text(file);
    int end = all.indexOf('\n');
    String name = end < 0 ? "environment.yml" : all.substring(0, end);
    Mapping files = Tree.build().put(name, all.substring(end + 1)).done();
    Mapping taskinfo = Tree.build().put("files", files).done();
    Optional<Facts> facts = facts(kind("binder-notebook"), taskinfo);
    facts.ifPresent(found -> factsOnlyGiveTheSame(kind("binder-notebook"), taskinfo, found));
  }

  @FuzzTest
  void binderRepository(byte[] url) throws BadInput {
    Mapping taskinfo = Tree.build().put("repository", text(url)).done();
    Optional<Facts> facts = facts(kind("binder-notebook"), taskinfo);
    facts.ifPresent(found -> factsOnlyGiveTheSame(kind("binder-notebook"), taskinfo, found));
  }

  private static Kind kind(String name) {
    return Kinds.byName(name).orElseThrow();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, UTF_8);
  }

  private static void document(Kind kind, String field, Format format, byte[] document)
      throws BadInput {
    Mapping asText = Tree.build().put(field, text(document)).done();
    Optional<Facts> facts = facts(kind, asText);
    facts.ifPresent(found -> factsOnlyGiveTheSame(kind, asText, found));
    if (facts.isEmpty() || !(facts.get().subject() instanceof Subject.Given)) {
      return;
    }
    byte[] sound = text(document).getBytes(UTF_8);
    for (Keep keep : List.of(Keep.ALL, kind.keep().member(field))) {
      Optional<Tree> tree = tree(format, sound, keep);
      if (tree.isPresent()) {
        Mapping asTree = Tree.build().put(field, tree.get()).done();
        assertThat(facts(kind, asTree).map(Seen::of)).isEqualTo(facts.map(Seen::of));
        factsOnlyGiveTheSame(kind, asTree, facts.get());
      }
    }
  }

  private static Optional<Tree> tree(Format format, byte[] document, Keep keep) {
    try {
      return Optional.of(format.read(document, Budget.SMALL, keep));
    } catch (BadInput _) {
      return Optional.empty();
    }
  }

  private static void factsOnlyGiveTheSame(Kind kind, Mapping taskinfo, Facts facts) {
    if (facts.subject() instanceof Subject.Given) {
      Mapping reduced = kind.factsOnly(taskinfo, facts);
      assertThat(facts(kind, reduced).map(Seen::of)).contains(Seen.of(facts));
    }
  }

  private static Optional<Facts> facts(Kind kind, Mapping taskinfo) {
    try {
      return Optional.of(kind.read(taskinfo));
    } catch (BadInput fault) {
      SoundFault.check(fault);
      return Optional.empty();
    }
  }
}
