// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whereto.kind.docker.ComposeTexts.amounts;
import static org.whereto.kind.docker.ComposeTexts.parse;
import static org.whereto.kind.docker.ComposeTexts.read;
import static org.whereto.kind.docker.ComposeTexts.split;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whereto.task.Facts;
import org.whereto.task.Resources;
import org.whereto.task.Resources.Bound;
import org.whereto.task.Resources.Share;
import org.whereto.task.Resources.Wanted;
import org.whereto.task.Subject;
import org.whereto.tree.BadInput;
import org.whereto.tree.Formats;
import org.whereto.tree.Tree.Mapping;

final class ComposeResourcesTest {

  private static Resources resources(String services) throws BadInput {
    String text = "services:\n" + services.indent(2);
    Facts facts = read(text);
    assertThat(facts.subject()).isEqualTo(new Subject.Given());
    Mapping reduced = DockerCompose.reduced(parse(text));
    assertThat(read(reduced)).isEqualTo(facts);
    String sent = new String(Formats.JSON.write(reduced), StandardCharsets.UTF_8);
    assertThat(read(sent)).isEqualTo(facts);
    return facts.resources();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # what a service reserves is a minimum, what it is limited to a maximum
          mem_reservation: 8g | minmemory 8Gi
          mem_limit: 512m | maxmemory 512Mi
          cpus: 0.5 | maxcores 0.5
          cpus: "1.50" | maxcores 1.5
          cpus: .5 | maxcores 0.5
          cpu_count: 2 | maxcores 2
          cpu_count: 2, cpus: 1.5 | maxcores 1.5
          cpu_quota: 50000 | maxcores 0.5
          cpu_quota: 150000, cpu_period: 50000 | maxcores 3
          cpu_quota: -1 |
          cpu_shares: 512, cpuset: "0,1", shm_size: 2g, memswap_limit: 4g |
          deploy: {resources: {reservations: {cpus: "0.25", memory: 20M}}} | mincores 0.25;minmemory 20Mi
          deploy: {resources: {limits: {cpus: "2", memory: 4gb}}} | maxcores 2;maxmemory 4Gi
          deploy: {resources: {limits: {cpus: "2", pids: 5}, reservations: {pids: 5}}} | maxcores 2
          deploy: {resources: {reservations: {memory: 1g}}}, mem_reservation: 2g | minmemory 2Gi
          deploy: {resources: {limits: {memory: 3g}}}, mem_limit: 2g | maxmemory 2Gi
          # zero and nothing
          mem_reservation: 0, mem_limit: 0, cpus: 0 |
          mem_reservation: , deploy: |
          deploy: {resources: {reservations: }} |
          # how bytes are written
          mem_reservation: 1000000 | minmemory 1M
          mem_reservation: 1073741824 | minmemory 1Gi
          mem_reservation: 300b | minmemory 300B
          mem_reservation: 2K | minmemory 2Ki
          mem_reservation: 1.5GB | minmemory 1.5Gi
          mem_reservation: 8 GiB | minmemory 8Gi
          mem_reservation: "${MEM:-4g}" | minmemory 4Gi
          # what cannot be told, or is read in two ways
          mem_reservation: "${MEM}" | ? minmemory
          mem_reservation: "${MEM:?say it}" | ? minmemory
          mem_limit: $MEM | ? maxmemory
          mem_reservation: 1Gi | ? minmemory
          mem_reservation: lots | ? minmemory
          mem_reservation: -1 | ? minmemory
          mem_reservation: "" | ? minmemory
          mem_reservation: 010 | ? minmemory
          mem_reservation: 1e9 | ? minmemory
          mem_reservation: [8g] | ? minmemory
          mem_reservation: {a: 8g} | ? minmemory
          mem_reservation: !reset 8g | ? minmemory
          mem_reservation: !override 8g | minmemory 8Gi
          mem_reservation: ９g | ? minmemory
          mem_reservation: 9999999999999999999 | ? minmemory
          cpus: many | ? maxcores
          cpus: "." | ? maxcores
          deploy: {resources: {reservations: {memory: "${M}", cpus: "${C}"}}} | ? mincores;? minmemory
          # replicas
          mem_reservation: 2g, deploy: {replicas: 3} | minmemory 6Gi
          mem_reservation: 2g, mem_limit: 3g, scale: 2 | minmemory 4Gi;maxmemory 6Gi
          mem_reservation: 2g, scale: 2, deploy: {replicas: 3} | minmemory 6Gi
          mem_reservation: 2g, deploy: {replicas: 0} |
          mem_reservation: 2g, deploy: {mode: global} | minmemory 2Gi
          mem_reservation: 2g, deploy: {mode: global, replicas: 3} | minmemory 6Gi
          mem_reservation: 2g, deploy: {mode: global, replicas: 0} | minmemory 2Gi
          mem_reservation: 2g, deploy: {mode: "${M}", replicas: 0} | minmemory 2Gi
          mem_reservation: 2g, deploy: {mode: replicated, replicas: 0} |
          mem_reservation: 2g, deploy: {mode: global-job, replicas: "${N}"} | minmemory 2Gi;? minmemory
          mem_reservation: 8g, scale: 4, deploy: {mode: global} | minmemory 32Gi
          mem_reservation: 2g, deploy: {replicas: "${N:-2}"} | minmemory 4Gi
          mem_reservation: 2g, deploy: {replicas: "${N}"} | minmemory 2Gi;? minmemory
          mem_limit: 2g, scale: "${N}" |
          mem_reservation: 2g, scale: 010 | minmemory 2Gi;? minmemory
          mem_reservation: 2g, scale: -1 | minmemory 2Gi;? minmemory
          scale: "${N}" |
          # graphics processors and other devices
          gpus: all | mingpus 1
          gpus: [{count: 2}] | mingpus 2
          gpus: [{driver: nvidia, device_ids: ["0", "3"]}] | mingpus 2
          gpus: [{driver: nvidia, device_ids: ["0,1", "3"]}] | mingpus 3
          gpus: [{driver: nvidia, device_ids: ["${IDS}"]}] | mingpus 1;? mingpus
          gpus: [{driver: nvidia, device_ids: ["${IDS:-4,5}"]}] | mingpus 2
          deploy: {resources: {reservations: {devices: [{capabilities: [gpu]}]}}} | mingpus 1
          deploy: {resources: {reservations: {devices: [{capabilities: [gpu], count: 4}]}}} | mingpus 4
          deploy: {resources: {reservations: {devices: [{capabilities: [[gpu, utility]], count: all}]}}} | mingpus 1
          deploy: {resources: {reservations: {devices: [{driver: nvidia, capabilities: [compute], count: "${G:-2}"}]}}} | mingpus 2
          deploy: {resources: {reservations: {devices: [{capabilities: [gpu], count: "${G}"}]}}} | mingpus 1;? mingpus
          deploy: {resources: {reservations: {devices: [{capabilities: ["${G}"], count: 3}]}}} | mindevices 3;? mingpus
          deploy: {resources: {reservations: {devices: [{capabilities: [gpu], count: 1}, {capabilities: [gpu], device_ids: ["7"]}]}}} | mingpus 2
          deploy: {resources: {reservations: {devices: [{capabilities: [tpu], count: 2}]}}} | mintpu 2
          deploy: {resources: {reservations: {devices: [{capabilities: [Memory], count: 2}]}}} | mindevices 2
          deploy: {resources: {reservations: {devices: nvidia}}} | mindevices 1;? mindevices
          deploy: {resources: {reservations: {generic_resources: [{discrete_resource_spec: {kind: gpu, value: 2}}]}}} | mingpus 2
          deploy: {resources: {reservations: {generic_resources: [{discrete_resource_spec: {kind: NVIDIA-GPU, value: 1}}]}}} | mingpus 1
          deploy: {resources: {reservations: {generic_resources: [{discrete_resource_spec: {kind: fast_SSD, value: 1}}]}}} | minfastssd 1
          deploy: {resources: {reservations: {generic_resources: [{named_resource_spec: {kind: gpu, value: UUID}}]}}} | mingpus 1
          devices: ["nvidia.com/gpu=0", "nvidia.com/gpu=1", /dev/fuse] | mingpus 2
          devices: [/dev/nvidia0, "/dev/./nvidia1:/dev/nvidia0:rw", /dev/nvidiactl] | mingpus 2
          devices: [{source: /dev/nvidia0, target: /dev/nvidia0}] | mingpus 1
          devices: ["nvidia.com/mig=0", "nvidia.com/mig=1:0", "k8s.nvidia.com/pgpu=0", "x.com/net=0"] | mingpus 3
          devices: ["${CARD}"] | ? mingpus
          # services that it extends
          extends: base | minmemory 1Gi;maxmemory 4Gi
          extends: base, mem_reservation: 3g | minmemory 3Gi;maxmemory 4Gi
          extends: base, mem_reservation: | minmemory 1Gi;maxmemory 4Gi
          extends: {service: base}, scale: 2 | minmemory 2Gi;maxmemory 8Gi
          extends: {service: base, file: other.yaml}, mem_limit: 2g | maxmemory 2Gi;? mincores;? minmemory;? mingpus
          extends: nobody, mem_reservation: 2g | minmemory 2Gi;? mincores;? minmemory;? mingpus
          extends: a | ? mincores;? minmemory;? mingpus
          # what is no container
          provider: {type: x}, mem_reservation: 2g |
          provider: {}, mem_reservation: 80g | minmemory 80Gi
          provider: {type: "${P}"}, mem_reservation: 2g | minmemory 2Gi
          """)
  void whatAServiceReservesAndIsLimitedTo(String service, String expected) throws BadInput {
    String base = "base: {image: x, mem_reservation: 1g, mem_limit: 4g, scale: 0}\n";
    boolean extending = service.contains("base");
    String own = extending && !service.contains("scale") ? ", scale: 1" : "";
    Resources resources =
        resources((extending ? base : "") + "a: {image: x, " + service + own + "}\n");
    assertThat(amounts(resources))
        .containsExactlyElementsOf(expected == null ? List.of() : split(expected));
  }

  @Test
  void servicesCountTogetherEachWithItsPlace() throws BadInput {
    Resources resources =
        resources(
            """
            web: {image: x, mem_limit: 1g, deploy: {replicas: 2, resources: {reservations: {memory: 512m}}}}
            db.1: {image: y, mem_reservation: 2g, mem_limit: 4g, profiles: [never]}
            """);
    assertThat(amounts(resources)).containsExactly("minmemory 3Gi", "maxmemory 6Gi");
    assertThat(resources.shares().stream().filter(Share::least))
        .extracting(share -> share.path() + " " + share.written() + " x" + share.times())
        .containsExactly(
            "services.web.deploy.resources.reservations.memory 512m x2",
            "services[db.1].mem_reservation 2g x1");
    Bound min = resources.wanted().get("memory").min().orElseThrow();
    assertThat(min.path().text()).isEqualTo("services");
    assertThat(min.inContent()).isTrue();
  }

  @Test
  void oneAmountAloneIsFoundWhereItStands() throws BadInput {
    Resources resources =
        resources("a: {image: x}\nb: {extends: c}\nc: {image: x, mem_reservation: 2g, scale: 0}\n");
    assertThat(resources.wanted()).isEmpty();
    resources =
        resources("b: {extends: c, scale: 1}\nc: {image: x, mem_reservation: 2g, scale: 0}");
    assertThat(resources.wanted().get("memory").path().text())
        .isEqualTo("services.c.mem_reservation");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          b: {image: x}
          b: {image: x, mem_limit: 0}
          b: {image: x, mem_limit: "${M}"}
          b: {image: x, mem_limit: 1g, scale: "${N}"}
          b: {image: x, extends: {service: y, file: z.yaml}}
          """)
  void oneServiceThatIsNotLimitedLeavesAllUnlimited(String other) throws BadInput {
    Resources resources = resources("a: {image: x, mem_limit: 1g}\n" + other);
    assertThat(resources.wanted()).doesNotContainKey("memory");
  }

  @Test
  void whatRunsBesideTheServicesIsNotLimited() throws BadInput {
    String service = "services: {a: {image: x, mem_reservation: 1g, mem_limit: 2g}}\n";
    assertThat(amounts(read("include: [b.yaml]\n" + service).resources()))
        .containsExactly("minmemory 1Gi", "? mincores", "? minmemory", "? mingpus");
    assertThat(amounts(read("models: {m: {model: x}}\n" + service).resources()))
        .containsExactly("minmemory 1Gi");
  }

  @Test
  void whatCannotBeToldSaysWhyAndTheRemedy() throws BadInput {
    Resources resources = resources("a: {image: x, mem_reservation: \"${M}\", mem_limit: 1Gi}");
    assertThat(resources.untold())
        .extracting(untold -> untold.why())
        .containsExactly(
            "services.a.mem_reservation is \"${M}\", and the value of that variable was not sent:"
                + " write the amount.",
            "services.a.mem_limit is \"1Gi\", which is no amount of a compose file like 512m.");
  }

  @Test
  void nothingHidesBehindAnchorsAndMergeKeys() throws BadInput {
    Facts facts =
        read(
            """
            x-base: &base {mem_reservation: 2g}
            x-deploy: &deploy {replicas: 3, resources: {reservations: {cpus: 2}}}
            services:
              a: {<<: *base, image: x, deploy: *deploy}
            """);
    assertThat(amounts(facts.resources())).containsExactly("mincores 6", "minmemory 6Gi");
  }

  @Test
  void manyDevicesOfManyServicesAreNotCountedForEver() throws BadInput {
    String ids = IntStream.range(0, 5000).mapToObj(i -> "d" + i).collect(Collectors.joining(", "));
    String services =
        IntStream.range(0, 3000)
            .mapToObj(i -> "  s" + i + ": {extends: a}\n")
            .collect(Collectors.joining());
    Facts facts = read("services:\n  a: {image: x, devices: [" + ids + "]}\n" + services);
    assertThat(facts.subject())
        .isInstanceOfSatisfying(
            Subject.Unreadable.class,
            unreadable -> assertThat(unreadable.text()).contains("more than 10000 devices"));
  }

  @ParameterizedTest
  @CsvSource({"100, true", "101, false"})
  void kindsOfDevicesAreBounded(int kinds, boolean readable) throws BadInput {
    String devices =
        IntStream.range(0, kinds)
            .mapToObj(i -> "{driver: d" + i + "}")
            .collect(Collectors.joining(", "));
    Facts facts =
        read(
            "services: {a: {image: x, deploy: {resources: {reservations: {devices: ["
                + devices
                + "]}}}}}");
    assertThat(facts.subject() instanceof Subject.Given).isEqualTo(readable);
  }

  /**
   * A service in figures.
   *
   * @param reserved in Mi
   * @param limit in Mi; 0 for none
   */
  record Figures(int reserved, int limit, int replicas) {

    String service(String name) {
      return "%s: {image: x, mem_reservation: %dm, mem_limit: %dM, scale: %d}\n"
          .formatted(name, reserved, limit, replicas);
    }
  }

  @Property
  void amountsAreSumsOverAllContainers(@ForAll("services") List<Figures> services) throws BadInput {
    StringBuilder text = new StringBuilder();
    long least = 0;
    long most = 0;
    boolean limited = true;
    for (Figures each : services) {
      text.append(each.service("s" + text.length()));
      least += (long) each.reserved() * each.replicas();
      most += (long) each.limit() * each.replicas();
      limited &= each.limit() > 0 || each.replicas() == 0;
    }
    Optional<Wanted> memory =
        Optional.ofNullable(resources(text.toString()).wanted().get("memory"));
    assertThat(mebibytes(memory.flatMap(Wanted::min))).isEqualTo(least);
    assertThat(mebibytes(memory.flatMap(Wanted::max))).isEqualTo(limited ? most : 0);
  }

  private static long mebibytes(Optional<Bound> bound) {
    return bound.map(known -> known.amount().value().longValueExact() / 1_048_576).orElse(0L);
  }

  @Provide
  Arbitrary<List<Figures>> services() {
    Arbitrary<Integer> limits =
        Arbitraries.oneOf(Arbitraries.just(0), Arbitraries.integers().between(1, 9000));
    return Combinators.combine(
            Arbitraries.integers().between(0, 9000), limits, Arbitraries.integers().between(0, 5))
        .as(Figures::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(5);
  }
}
