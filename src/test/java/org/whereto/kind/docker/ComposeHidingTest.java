// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whereto.kind.docker.ComposeTexts.demands;
import static org.whereto.kind.docker.ComposeTexts.images;
import static org.whereto.kind.docker.ComposeTexts.parse;
import static org.whereto.kind.docker.ComposeTexts.read;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.whereto.task.Facts;
import org.whereto.tree.BadInput;

/** However a compose file says it, what it demands is seen. */
class ComposeHidingTest {

  /** What a service may say, each with a scalar that can be a default, where {@code @} stands. */
  private static final Map<String, String> SAYINGS =
      Map.ofEntries(
          Map.entry("privileged: @", "true"),
          Map.entry("network_mode: @", "host"),
          Map.entry("pid: @", "host"),
          Map.entry("cap_add: [@]", "SYS_ADMIN"),
          Map.entry("security_opt: [@]", "seccomp=unconfined"),
          Map.entry("volumes: [@]", "/etc:/x"),
          Map.entry("volumes: [{type: bind, source: @, target: /x}]", "/run"),
          Map.entry("devices: [@]", "/dev/sda"),
          Map.entry("runtime: @", "nvidia"),
          Map.entry("env_file: @", "/etc/x"),
          Map.entry("build: @", "/etc"),
          Map.entry("image: @", "evil/image:1"),
          Map.entry("post_start: [{command: a, privileged: @}]", "yes"),
          Map.entry("mem_reservation: @", "8g"),
          Map.entry("deploy: {resources: {reservations: {cpus: @}}}", "2"),
          Map.entry("gpus: [{count: @}]", "2"),
          Map.entry("environment: {A: @}", "harmless"));

  /** Ways to say the same: {@code KEY} and {@code VALUE} of a service. */
  private static final List<String> WAYS =
      List.of(
          "services:\n  a:\n    KEY: VALUE\n",
          "services:\n  a:\n    KEY: !override VALUE\n",
          "x-y: &y VALUE\nservices:\n  a:\n    KEY: *y\n",
          "x-y: &y {KEY: VALUE}\nservices:\n  a: *y\n",
          "x-y: &y {KEY: VALUE}\nservices:\n  a:\n    <<: *y\n",
          "x-y: &y {KEY: VALUE}\nservices:\n  a:\n    <<: [{tty: true}, *y]\n",
          "x-z: &z {KEY: VALUE}\nx-y: &y {<<: *z, tty: true}\nservices: {a: {<<: *y}}\n",
          "services: {\"a\": {\"KEY\": VALUE, profiles: [never]}}\n",
          "services: {<<: {a: {KEY: VALUE}}}\n",
          "services: !override\n  a: !override\n    KEY: VALUE\n");

  @Provide
  Arbitrary<String> sayings() {
    return Arbitraries.of(SAYINGS.keySet());
  }

  @Provide
  Arbitrary<String> ways() {
    return Arbitraries.of(WAYS);
  }

  @Provide
  Arbitrary<String> disguises() {
    return Arbitraries.of("@", "\"@\"", "'@'", "${V:-@}", "\"${V-@}\"", "${V:-${W:-@}}");
  }

  private static Facts facts(String saying, String disguise, String way) throws BadInput {
    String said = saying.replace("@", disguise.replace("@", SAYINGS.get(saying)));
    String value = said.substring(said.indexOf(": ") + 2);
    String quoted = value.startsWith("$") ? "\"" + value + "\"" : value;
    return read(way.replace("KEY", said.substring(0, said.indexOf(": "))).replace("VALUE", quoted));
  }

  @Property(tries = 1000)
  void noSpellingHidesADemandOrAnImage(
      @ForAll("sayings") String saying,
      @ForAll("disguises") String disguise,
      @ForAll("ways") String way)
      throws BadInput {
    boolean braces = disguise.startsWith("$") && (saying.contains("[") || saying.contains("{"));
    String safe = braces ? "\"" + disguise + "\"" : disguise;
    Facts plain = facts(saying, "@", WAYS.getFirst());
    Facts hidden = facts(saying, safe, way);
    assertThat(hidden.subject()).isEqualTo(plain.subject());
    assertThat(demands(hidden)).isEqualTo(demands(plain));
    assertThat(hidden.resources().wanted()).isEqualTo(plain.resources().wanted());
    if (!saying.startsWith("build")) {
      assertThat(images(hidden)).isEqualTo(images(plain));
    }
  }

  @Property
  void whatIsReducedKeepsEveryFact(@ForAll("several") Set<String> sayings) throws BadInput {
    String inService =
        sayings.stream()
            .collect(Collectors.toMap(text -> text.split(":", 2)[0], text -> text, (a, b) -> a))
            .values()
            .stream()
            .map(text -> "    " + text.replace("@", "'" + SAYINGS.get(text) + "'") + "\n")
            .collect(Collectors.joining());
    String full = "services:\n  a:\n    tty: true\n" + inService;
    assertThat(read(DockerCompose.reduced(parse(full)))).isEqualTo(read(full));
  }

  @Provide
  Arbitrary<Set<String>> several() {
    return sayings().set().ofMaxSize(6);
  }
}
