// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.whereto.config.PlatformFile;
import org.whereto.config.PlatformFile.Checked;
import org.whereto.task.DataItem;
import org.whereto.world.Known;
import org.whereto.world.Replica;

/** What an owner's file makes of the systems that it names. */
final class DataFile {

  private DataFile() {}

  /** The systems that these lines below {@code data:} name. */
  static DataSettings settings(String yaml) {
    Checked checked = read(yaml);
    assertThat(checked).as(yaml).isInstanceOf(Checked.Good.class);
    return ((Checked.Good) checked).outside().data();
  }

  static Checked read(String yaml) {
    String file =
        """
        whereto: 1
        interfaces: {hub: {servicetype: "uri://hub"}}
        accepts: [{tasktype: "uri://a"}]
        data:
        """
            + yaml.indent(2);
    return PlatformFile.read("a", file.getBytes(UTF_8));
  }

  static DataReplicas replicas(String yaml) {
    return DataReplicas.of(settings(yaml));
  }

  /** What is known of one item. */
  static Known<Optional<Replica>> of(DataReplicas replicas, DataItem item) {
    Map<DataItem, Known<Optional<Replica>>> known = replicas.find(Set.of(item));
    assertThat(known).containsOnlyKeys(item);
    return known.get(item);
  }

  /** The replica, which must be there. */
  static Replica there(Known<Optional<Replica>> known) {
    assertThat(known).isInstanceOf(Known.Value.class);
    return ((Known.Value<Optional<Replica>>) known).value().orElseThrow();
  }

  static boolean isAbsent(Known<Optional<Replica>> known) {
    return known instanceof Known.Value<Optional<Replica>> value && value.value().isEmpty();
  }

  /** Why it is not known. */
  static String why(Known<Optional<Replica>> known) {
    return switch (known) {
      case Known.Value<Optional<Replica>> value ->
          throw new AssertionError("It is known: " + value);
      case Known.Down<Optional<Replica>>(String why) -> why;
      case Known.Refused<Optional<Replica>>(String why) -> why;
    };
  }
}
