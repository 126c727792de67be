// SPDX-License-Identifier: Apache-2.0
package org.whereto.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.whereto.decide.Decision;
import org.whereto.decide.Planner;
import org.whereto.platform.Platform;
import org.whereto.task.Caller;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Tree;
import org.whereto.world.World;

/** A decision about one container, on a platform that allows the images of a long list. */
@State(Scope.Benchmark)
public class ImagesBenchmark {

  /** What an entry looks like. */
  public enum Entries {
    /** A name with its tag. */
    EXACT,
    /** Whatever is in one folder. */
    FOLDER,
    /** Whatever begins with a part of a name. */
    PREFIX
  }

  /** How many entries. */
  @Param({"10", "1000", "100000", "1000000"})
  public int size;

  /** What they look like. */
  @Param public Entries entries;

  private Platform platform;
  private Keys keys;

  /** Makes the platform and the questions. */
  @Setup
  public void make() {
    StringBuilder lines =
        new StringBuilder(
            """
            accepts:
              - tasktype: uri://docker-container
                if:
                  image:
                    allow:
            """);
    for (int i = 0; i < size; i++) {
      lines.append("          - ").append(entry(i)).append('\n');
    }
    platform = Platforms.of(lines);
    keys = new Keys(size, this::task);
    System.gc();
  }

  /** A hundred images share a folder, where each entry is not a folder itself. */
  private String entry(int i) {
    return switch (entries) {
      case EXACT -> "registry.example.org/group-" + i / 100 + "/image-" + i % 100 + ":1.0";
      case FOLDER -> "registry.example.org/group-" + i + "/*";
      case PREFIX -> "registry.example.org/group-" + i / 100 + "/image-" + i % 100 + "-*";
    };
  }

  private Task task(int i) {
    String image =
        switch (entries) {
          case EXACT -> entry(i);
          case FOLDER -> "registry.example.org/group-" + i + "/image:1.0";
          case PREFIX -> "registry.example.org/group-" + i / 100 + "/image-" + i % 100 + "-a:1.0";
        };
    return Task.of("uri://docker-container", Tree.build().put("image", image).done());
  }

  /** One decision. */
  @Benchmark
  public Decision decide() throws BadInput {
    return Planner.decide(keys.next(), Caller.ANONYMOUS, platform, World.CLOSED);
  }
}
