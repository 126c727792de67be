// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.answer.Finding;
import org.whereto.answer.Finding.Outcome;
import org.whereto.answer.Permanence;
import org.whereto.answer.Reason;
import org.whereto.task.Caller;
import org.whereto.task.Demand;
import org.whereto.task.Demand.What;
import org.whereto.task.Facts;
import org.whereto.task.ImageUse;
import org.whereto.task.Subject;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Path;
import org.whereto.tree.Problems;
import org.whereto.tree.Settings;
import org.whereto.tree.Tree;
import org.whereto.world.World;

class ComposeCheckTest {

  private static final Path WEB = Path.ROOT.member("services").member("web");

  private static Check check(String settings, Problems problems) {
    try {
      Tree tree =
          Formats.YAML.read(settings.getBytes(StandardCharsets.UTF_8), Budget.SMALL, Keep.ALL);
      return Settings.read(tree, problems, ComposeCheck.TYPE.read());
    } catch (BadInput fault) {
      throw new AssertionError(settings, fault);
    }
  }

  private static List<Finding> look(String settings, Demand... demands) {
    Problems problems = new Problems();
    Check check = check(settings, problems);
    assertThat(problems.all()).isEmpty();
    Facts facts =
        Facts.about(new Subject.Given())
            .withImages(List.of(ImageUse.unclear(WEB.member("image"), "", "None.")))
            .withDemands(List.of(demands));
    Findings findings = new Findings("compose");
    try {
      check.look(
          new Asked(Task.of("uri://docker-compose"), facts, Caller.ANONYMOUS),
          World.CLOSED,
          findings);
    } catch (BadInput fault) {
      throw new AssertionError(fault);
    }
    return findings.all();
  }

  private static Demand demand(What what, String detail) {
    return new Demand(what, WEB.member("key"), detail);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          BUILD | .           | build: true | compose.build
          PRIVILEGED | ''     | privileged: true | compose.privileged
          HOST_NETWORK | host | host-network: true | compose.host-network
          HOST_NAMESPACE | pid | host-namespaces: [ipc, pid] | compose.host-namespace
          DOCKER_SOCKET | /var/run/docker.sock | docker-socket: true | compose.docker-socket
          HOST_MOUNT | /data/x | host-mounts: /data/* | compose.host-mount
          HOST_MOUNT | /data/x/y | host-mounts: /data/* | compose.host-mount
          HOST_MOUNT | /data | host-mounts: /data | compose.host-mount
          HOST_MOUNT | ./x | host-mounts: [./**] | compose.host-mount
          HOST_MOUNT | ./x/y | host-mounts: [.] | compose.host-mount
          HOST_MOUNT | / | host-mounts: [/] | compose.host-mount
          HOST_MOUNT | /x/y | host-mounts: [/] | compose.host-mount
          HOST_MOUNT | /x | host-mounts: [/**] | compose.host-mount
          HOST_MOUNT | /a/b/c/d/e | host-mounts: [/**/b/**/d] | compose.host-mount
          HOST_MOUNT | /b/x/y | host-mounts: [/**/b/**] | compose.host-mount
          HOST_MOUNT | /a/data7/x | host-mounts: [/*/data*] | compose.host-mount
          HOST_MOUNT | ~/x/y | host-mounts: ["~/**"] | compose.host-mount
          HOST_MOUNT | C:/x/y | host-mounts: ["C:/x"] | compose.host-mount
          CAPABILITY | NET_ADMIN | capabilities: cap_net_admin | compose.capability
          CAPABILITY | NET_ADMIN | capabilities: [all] | compose.capability
          DEVICE | /dev/fuse | devices: [/dev/*] | compose.device
          DEVICE | gpu | devices: gpu | compose.device
          SECURITY_OPTION | seccomp=unconfined | security-options: seccomp=* | compose.security-option
          OTHER_FILE | ./.env | other-files: true | compose.other-file
          EXTERNAL | volume v | external: true | compose.external
          PROVIDER | model | providers: true | compose.provider
          UNKNOWN_KEY | odd | unknown-keys: [odd] | compose.unknown-key
          """)
  void aDemandIsRefusedUnlessASettingAllowsIt(
      What what, String detail, String setting, String code) {
    assertThat(look("{}", demand(what, detail)))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.outcome().isNo()).isTrue();
          Reason reason = finding.says().orElseThrow();
          assertThat(reason.code()).isEqualTo(code);
          assertThat(reason.path()).isEqualTo("services.web.key");
          assertThat(reason.text()).contains("The service \"web\"").endsWith(".");
          assertThat(reason.limit()).isEqualTo("none");
        });
    assertThat(look(setting, demand(what, detail)))
        .singleElement()
        .extracting(Finding::outcome)
        .isEqualTo(Outcome.OK);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HOST_MOUNT | /data | host-mounts: /data/*
          HOST_MOUNT | / | host-mounts: /data
          HOST_MOUNT | /database | host-mounts: /data
          HOST_MOUNT | ../x | host-mounts: [./**, .]
          HOST_MOUNT | x | host-mounts: [/]
          HOST_MOUNT | ~/x | host-mounts: [/, .]
          HOST_MOUNT | //server/share | host-mounts: [/data]
          HOST_NAMESPACE | ipc | host-namespaces: pid
          CAPABILITY | ALL | capabilities: [SYS_ADMIN]
          CAPABILITY | SYS_ADMIN | capabilities: [SYS_PTRACE]
          DEVICE | /dev/sda | devices: [/dev/fuse, gpu]
          DEVICE | /dev/a/b | devices: /dev/*
          SECURITY_OPTION | apparmor=unconfined | security-options: seccomp=*
          DOCKER_SOCKET | /var/run | host-mounts: /var/run
          UNCLEAR | x | {privileged: true, other-files: true, external: true}
          UNKNOWN_KEY | odd | unknown-keys: even
          OTHER_SERVICES | ./x.yaml | {other-files: true, host-mounts: [/, ./**]}
          HOST_MOUNT | ~/../x | host-mounts: ["~/**", "~/*"]
          HOST_MOUNT | C:/../x | host-mounts: ["C:/**"]
          HOST_MOUNT | /data | host-mounts: [/data/**]
          HOST_MOUNT | /a/x | host-mounts: [/**/b/**]
          HOST_MOUNT | /a/b | host-mounts: [/**/b/**, /**/b/c]
          """)
  void aSettingAllowsNoMoreThanItSays(What what, String detail, String setting) {
    assertThat(look(setting, demand(what, detail)))
        .singleElement()
        .satisfies(finding -> assertThat(finding.outcome().isNo()).isTrue());
  }

  @Test
  void whatCannotBeToldIsNotRefusedForEver() {
    for (What what :
        List.of(What.UNCLEAR, What.UNKNOWN_KEY, What.OTHER_FILE, What.OTHER_SERVICES)) {
      Finding finding = look("{}", demand(what, "x")).getFirst();
      assertThat(finding.outcome()).isEqualTo(Outcome.CANNOT_TELL);
      assertThat(finding.says().orElseThrow().permanence()).contains(Permanence.UNKNOWN);
    }
  }

  @Test
  void aServiceThatDemandsNothingIsSaidToBeSo() {
    assertThat(look("{}"))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.outcome()).isEqualTo(Outcome.OK);
          assertThat(finding.path()).isEqualTo("services.web");
        });
  }

  @Test
  void aServiceThatIsADemandItselfIsNotSaidToDemandNothing() {
    assertThat(look("{}", new Demand(What.UNCLEAR, WEB, "x")))
        .extracting(Finding::outcome)
        .containsExactly(Outcome.CANNOT_TELL);
  }

  @Test
  void aReasonSaysWhatWasSeenAndWhoWantsIt() {
    Finding flag = look("{}", demand(What.PRIVILEGED, "")).getFirst();
    assertThat(flag.seen()).isEqualTo("true");
    Finding build = look("{}", demand(What.BUILD, "./app")).getFirst();
    assertThat(build.seen()).isEqualTo("./app");

    Path services = Path.ROOT.member("services");
    assertThat(look("{}", new Demand(What.UNCLEAR, services, "x")).getLast().says())
        .hasValueSatisfying(reason -> assertThat(reason.text()).startsWith("\"services\" has"));
    Path volume = Path.ROOT.member("volumes").member("v");
    assertThat(look("{}", new Demand(What.EXTERNAL, volume, "v")).getLast().says())
        .hasValueSatisfying(reason -> assertThat(reason.text()).startsWith("\"volumes.v\" wants"));
  }

  @Test
  void everyDemandHasItsFinding() {
    assertThat(
            look(
                "privileged: true",
                demand(What.PRIVILEGED, ""),
                demand(What.BUILD, "."),
                new Demand(What.EXTERNAL, new Path("volumes.v.external"), "volume v")))
        .extracting(Finding::outcome)
        .containsExactly(Outcome.OK, Outcome.REFUSED, Outcome.REFUSED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "host-namespaces: [pids]",
        "host-mounts: [data]",
        "host-mounts: [/data/]",
        "host-mounts: [/data/../x]",
        "host-mounts: [/data//x]",
        "host-mounts: [/data/x**]",
        "devices: ['/dev/**x']",
        "privileged: yes",
        "priviledged: true",
        "images: [x]",
      })
  void aSettingThatMakesNoSenseIsAFault(String settings) {
    Problems problems = new Problems();
    var _ = check(settings, problems);
    assertThat(problems.all()).hasSize(1);
    assertThat(problems.all().getFirst().place().line()).isEqualTo(1);
  }
}
