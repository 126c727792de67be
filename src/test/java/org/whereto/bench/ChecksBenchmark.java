// SPDX-License-Identifier: Apache-2.0
package org.whereto.bench;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.whereto.config.PlatformFile.Checked;
import org.whereto.decide.Decision;
import org.whereto.decide.Planner;
import org.whereto.systems.Systems;
import org.whereto.task.Caller;
import org.whereto.task.Question;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.world.World;

/**
 * A decision that is a YES, by one check of each sort; what the world is asked is known already.
 */
@State(Scope.Benchmark)
public class ChecksBenchmark {

  private static final int SERVICES = 30;

  /** What has to be looked at. */
  public enum What {
    /** The name of one image. */
    IMAGE_NAME("image: [\"%s/astro/*\"]"),
    /** What one image is made of, as its registry said. */
    IMAGE_CONTENTS("image: {base: [\"%s/astro/base:1.0\"], user: not-root}"),
    /** The number of languages, by an expression of the owner's. */
    RULE("rule: {holds: [{that: \"size(languages) <= 3 && 'python' in languages\", else: No.}]}"),
    /** The names of thirty images, and what their services demand. */
    COMPOSE_NAMES("{image: [\"%s/astro/*\"], compose: {}}"),
    /** The same, and what the images are made of. */
    COMPOSE_CONTENTS("{image: {base: [\"%s/astro/base:1.0\"], user: not-root}, compose: {}}");

    private final String condition;

    What(String condition) {
      this.condition = condition.startsWith("{") ? condition : "{" + condition + "}";
    }
  }

  /** What is measured. */
  @Param public What what;

  private final Systems systems = new Systems();
  private SmallRegistry registry;
  private Question question;
  private Checked.Good declared;
  private World world;

  /** Makes platform and question, and asks once. */
  @Setup
  public void make() throws IOException, BadInput {
    registry = SmallRegistry.start(SERVICES);
    String name = registry.name();
    declared =
        Platforms.declared(
            """
            fetch:
              hosts: ["http://%s"]
              private: [127.0.0.1/32]
            registries: {fresh: 1d}
            accepts:
              - tasktype: %s
                if: %s
            """
                .formatted(name, tasktype(), what.condition.formatted(name)));
    world = systems.world(declared.outside());
    question = Question.of(Task.of(tasktype(), taskinfo(name)));
    if (!decide().answer().isYes() || decide().answer().isConditional()) {
      throw new IllegalStateException(decide().answer().toString());
    }
  }

  private String tasktype() {
    return switch (what) {
      case IMAGE_NAME, IMAGE_CONTENTS -> "uri://docker-container";
      case RULE -> "uri://jupyter-notebook";
      case COMPOSE_NAMES, COMPOSE_CONTENTS -> "uri://docker-compose";
    };
  }

  private Mapping taskinfo(String name) {
    return switch (what) {
      case IMAGE_NAME, IMAGE_CONTENTS ->
          Tree.build().put("image", name + "/astro/image-0:1.0").done();
      case RULE -> Tree.build().put("languages", "{python,r}").done();
      case COMPOSE_NAMES, COMPOSE_CONTENTS -> Tree.build().put("composefile", compose(name)).done();
    };
  }

  /** As it comes in JSON: read, but not looked into. */
  private static Mapping compose(String name) {
    Tree.Builder services = Tree.build();
    for (int i = 0; i < SERVICES; i++) {
      services.put(
          String.format(Locale.ROOT, "service-%02d", i),
          Tree.build()
              .put("image", name + "/astro/image-" + i + ":1.0")
              .put("ports", Tree.texts(List.of("80" + (10 + i) + ":80")))
              .put("environment", Tree.build().put("NUMBER", "" + i).done())
              .done());
    }
    return Tree.build().put("services", services.done()).done();
  }

  /** One decision. */
  @Benchmark
  public Decision decide() throws BadInput {
    return Planner.decide(question, Caller.ANONYMOUS, declared.platform(), world);
  }

  /** Closes what was opened. */
  @TearDown
  public void close() {
    registry.close();
    systems.close();
  }
}
