// SPDX-License-Identifier: Apache-2.0
package org.whereto.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whereto.config.FollowedFolder.faulty;
import static org.whereto.config.FollowedFolder.good;
import static org.whereto.config.FollowedFolder.lookTwice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.whereto.platform.Mounts;
import org.whereto.platform.Serving;
import org.whereto.tree.BadInput;

/** Whatever is done to a file, between whichever looks. */
final class PlatformFilesPropertyTest {

  /** What happens before a look. */
  enum Deed {
    WRITE_A,
    WRITE_B,
    WRITE_FAULTY,
    EMPTY,
    DELETE,
    NOTHING
  }

  private static final Map<Deed, String> TEXTS =
      Map.of(
          Deed.WRITE_A, good("A"),
          Deed.WRITE_B, good("B"),
          Deed.WRITE_FAULTY, faulty("titel"),
          Deed.EMPTY, "");

  @Property
  void onlyAGoodStateThatTwoLooksSawIsServed(@ForAll @Size(max = 30) List<Deed> deeds)
      throws IOException, BadInput {
    Path file = Files.createTempFile("platform", ".yaml");
    Files.writeString(file, good("A"));
    PlatformFiles all = new FollowedFolder(file).open(file);
    String served = "A";
    String before = "A";
    for (Deed deed : deeds) {
      perform(deed, file);
      all.look();
      String now = title(file);
      served = now.equals(before) && !now.isEmpty() ? now : served;
      before = now;
      assertThat(serving(all).platform().title())
          .as("after %s of %s", deed, deeds)
          .isEqualTo(served);
    }
    lookTwice(all);
    assertThat(serving(all).failing().isEmpty()).isEqualTo(!title(file).isEmpty());
    Files.deleteIfExists(file);
  }

  private static Serving serving(PlatformFiles all) {
    return all.get().at(Mounts.ROOT).orElseThrow();
  }

  private static void perform(Deed deed, Path file) throws IOException {
    Optional<String> text = Optional.ofNullable(TEXTS.get(deed));
    if (text.isPresent()) {
      Files.writeString(file, text.get());
    } else if (deed == Deed.DELETE) {
      Files.deleteIfExists(file);
    }
  }

  /** Of the platform that stands in the file; empty if there is none. */
  private static String title(Path file) throws IOException {
    String text = Files.exists(file) ? Files.readString(file) : "";
    return text.equals(good("A")) ? "A" : text.equals(good("B")) ? "B" : "";
  }
}
