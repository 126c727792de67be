// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whereto.kind.docker.ComposeTexts.demands;
import static org.whereto.kind.docker.ComposeTexts.read;
import static org.whereto.kind.docker.ComposeTexts.split;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.task.Demand.What;
import org.whereto.task.Facts;
import org.whereto.task.Subject;
import org.whereto.tree.BadInput;

class ComposeDemandsTest {

  private static final String DOUBT = ".. behind a backslash or ://";

  @Test
  void aNetworkWithANameOfItsOwnMayBeSomebodyElses() throws BadInput {
    String file = "services: {a: {image: x}}\nnetworks: {default: {name: %s}}\n";
    assertThat(demands(read(file.formatted("theirs"))))
        .containsExactly("EXTERNAL networks.default.name network theirs");
    assertThat(demands(read(file.formatted("host"))))
        .containsExactly("HOST_NETWORK networks.default.name host");
  }

  /** Compose goes up from a folder where others go up from two, or from none. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "volumes: ['/data/a\\b/../../etc:/x']",
        "volumes: [{type: bind, source: './a\\b\\c/../../../etc', target: /x}]",
        "volumes: [{type: bind, source: 'xx://a?/../../../etc', target: /x}]",
        "volumes: [{type: bind, source: 'xx://u@/../../../etc', target: /x}]",
        "env_file: 'a\\b/../../etc/shadow'",
        "env_file: 'xx://../../../etc/shadow'",
        "env_file: [{path: '${E:-xx://../../../etc/shadow}'}]",
        "build: 'a\\b/../../etc'",
        "build: {context: ., dockerfile: 'a\\b/../../etc/shadow'}",
        "devices: ['/dev/a\\b/../../dev/sda']",
      })
  void aWayThatProgramsReadDifferentlyCannotBeTold(String service) throws BadInput {
    var whole = ComposeTexts.parse("services: {a: {image: x, " + service + "}}");
    for (var document : List.of(whole, DockerCompose.reduced(whole))) {
      assertThat(read(document).demands())
          .as(document.toString())
          .anySatisfy(demand -> {
            assertThat(demand.what()).isEqualTo(What.UNCLEAR);
            assertThat(demand.detail()).isEqualTo(DOUBT);
          });
    }
  }

  /** Each row: what stands in a service, and what it demands; {@code ;} parts the demands. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # nothing
          command: [a] | ``
          privileged: false | ``
          privileged: "no" | ``
          privileged: ${P:-false} | ``
          privileged: | ``
          privileged: !reset null | ``
          privileged: !override false | ``
          x-privileged: true | ``
          network_mode: bridge | ``
          network_mode: service:b | ``
          network_mode: none | ``
          networks: [front] | ``
          networks: {front: {aliases: [host]}} | ``
          pid: service:b | ``
          ipc: shareable | ``
          cgroup: private | ``
          volumes: [data:/x, /anonymous, "data:/y:ro"] | ``
          volumes: [{type: volume, source: data, target: /x}] | ``
          volumes: [{type: tmpfs, target: /x}] | ``
          volumes: [x] | ``
          volumes_from: [a, "a:ro"] | ``
          tmpfs: /run | ``
          cap_drop: [ALL] | ``
          security_opt: [no-new-privileges:true] | ``
          security_opt: [no-new-privileges] | ``
          security_opt: [apparmor=docker-default] | ``
          runtime: runc | ``
          logging: {driver: json-file, options: {max-size: 1m}} | ``
          deploy: {mode: global, replicas: 3, resources: {limits: {cpus: 1, memory: 1G}}} | ``
          deploy: {resources: {reservations: {cpus: 1, memory: 1G}}} | ``
          scale: 3 | ``
          ports: ["${PORT}:80"] | ``
          environment: {A: "${SECRET}"} | ``
          profiles: [never] | ``
          extends: a | ``
          extends: {service: a} | ``
          build: | ``
          gpus: [] | ``
          # privileges
          privileged: true | PRIVILEGED privileged
          privileged: "yes" | PRIVILEGED privileged
          privileged: TRUE | PRIVILEGED privileged
          privileged: "True " | PRIVILEGED privileged
          privileged: 1 | PRIVILEGED privileged
          privileged: ${P:-true} | PRIVILEGED privileged
          privileged: ${P-${Q:-on}} | PRIVILEGED privileged
          privileged: !override true | PRIVILEGED privileged
          privileged: ${P} | UNCLEAR privileged ${P}
          privileged: $P | UNCLEAR privileged $P
          privileged: ${P:+true} | UNCLEAR privileged ${P:+true}
          privileged: !reset true | UNCLEAR privileged ${!reset}
          post_start: [{command: x, privileged: true}] | PRIVILEGED post_start[0].privileged
          pre_stop: [{command: x, privileged: "${P:-y}"}] | PRIVILEGED pre_stop[0].privileged
          pre_start: [{command: x, privileged: true}] | PRIVILEGED pre_start[0].privileged
          post_start: [{command: x, sudo: true}] | UNKNOWN_KEY post_start[0].sudo sudo
          use_api_socket: true | DOCKER_SOCKET use_api_socket
          cap_add: [SYS_ADMIN] | CAPABILITY cap_add[0] SYS_ADMIN
          cap_add: [cap_net_admin, all] | CAPABILITY cap_add[0] NET_ADMIN;CAPABILITY cap_add[1] ALL
          cap_add: SYS_PTRACE | CAPABILITY cap_add[0] SYS_PTRACE
          cap_add: ["${C:-SYS_ADMIN}"] | CAPABILITY cap_add[0] SYS_ADMIN
          cap_add: ["${C}"] | UNCLEAR cap_add[0] ${C}
          security_opt: [seccomp:unconfined] | SECURITY_OPTION security_opt[0] seccomp=unconfined
          security_opt: [seccomp=unconfined] | SECURITY_OPTION security_opt[0] seccomp=unconfined
          security_opt: [apparmor:unconfined] | SECURITY_OPTION security_opt[0] apparmor=unconfined
          security_opt: [label:disable] | SECURITY_OPTION security_opt[0] label=disable
          security_opt: ["label=type:x"] | SECURITY_OPTION security_opt[0] label=type:x
          security_opt: [systempaths=unconfined] | SECURITY_OPTION security_opt[0] systempaths=unconfined
          security_opt: [no-new-privileges:false] | SECURITY_OPTION security_opt[0] no-new-privileges=false
          runtime: nvidia | SECURITY_OPTION runtime runtime=nvidia
          isolation: process | SECURITY_OPTION isolation isolation=process
          cgroup_parent: /x | SECURITY_OPTION cgroup_parent cgroup_parent=/x
          credential_spec: {file: x} | SECURITY_OPTION credential_spec credential_spec
          logging: {driver: splunk} | SECURITY_OPTION logging logging=splunk
          annotations: {a.b: c} | SECURITY_OPTION annotations[a.b] annotation=a.b
          annotations: ["a.b=${C}"] | SECURITY_OPTION annotations[0] annotation=a.b
          # networks and namespaces
          network_mode: host | HOST_NETWORK network_mode host
          network_mode: "${N:-host}" | HOST_NETWORK network_mode host
          network_mode: container:other | HOST_NETWORK network_mode container:other
          network_mode: somebodys | HOST_NETWORK network_mode somebodys
          network_mode: HOST | HOST_NETWORK network_mode HOST
          network_mode: "${N}" | UNCLEAR network_mode ${N}
          networks: [host] | HOST_NETWORK networks[0] host
          networks: {host: } | HOST_NETWORK networks.host host
          pid: host | HOST_NAMESPACE pid pid
          pid: container:x | HOST_NAMESPACE pid pid
          ipc: host | HOST_NAMESPACE ipc ipc
          uts: host | HOST_NAMESPACE uts uts
          userns_mode: host | HOST_NAMESPACE userns_mode user
          cgroup: host | HOST_NAMESPACE cgroup cgroup
          external_links: [db] | EXTERNAL external_links[0] db
          volumes_from: ["container:x"] | EXTERNAL volumes_from[0] container:x
          volumes_from: [other] | EXTERNAL volumes_from[0] other
          x-podman.rootfs: / | UNKNOWN_KEY services.a[x-podman.rootfs] x-podman.rootfs
          # mounts
          volumes: [/data:/x] | HOST_MOUNT volumes[0] /data
          volumes: ["./x:/x:ro"] | HOST_MOUNT volumes[0] ./x
          volumes: [".:/x"] | HOST_MOUNT volumes[0] .
          volumes: ["../x:/x"] | HOST_MOUNT volumes[0] ../x
          volumes: ["./a/../../x:/x"] | HOST_MOUNT volumes[0] ../x
          volumes: ["~/x:/x"] | HOST_MOUNT volumes[0] ~/x
          volumes: ["/data/../etc//./x/:/x"] | HOST_MOUNT volumes[0] /etc/x
          volumes: ["data/x:/x"] | HOST_MOUNT volumes[0] ./data/x
          volumes: ['C:\\x:/x'] | HOST_MOUNT volumes[0] C:/x
          volumes: ["c:/x:/x"] | HOST_MOUNT volumes[0] c:/x
          volumes: ["c:x:/x"] | HOST_MOUNT volumes[0] ./c:x
          volumes: ["${D:-/data}:/x"] | HOST_MOUNT volumes[0] /data
          volumes: ["${D:-/data:/x}"] | HOST_MOUNT volumes[0] /data
          volumes: ["${D}:/x"] | UNCLEAR volumes[0] ${D}:/x
          volumes: /data:/x | HOST_MOUNT volumes[0] /data
          volumes: [{type: bind, source: /data, target: /x}] | HOST_MOUNT volumes[0].source /data
          volumes: [{type: bind, source: data, target: /x}] | HOST_MOUNT volumes[0].source ./data
          volumes: [{type: bind, target: /x}] | HOST_MOUNT volumes[0].source .
          volumes: [{type: volume, source: /data, target: /x}] | HOST_MOUNT volumes[0].source /data
          volumes: [{source: ./data, target: /x}] | HOST_MOUNT volumes[0].source ./data
          volumes: [{type: "${T:-bind}", source: data}] | HOST_MOUNT volumes[0].source ./data
          volumes: [{type: other, source: data}] | UNKNOWN_KEY volumes[0].type type other
          volumes: [{type: volume, source: data, device: x}] | UNKNOWN_KEY volumes[0].device device
          volumes: [{type: cluster, source: x}] | EXTERNAL volumes[0].source volume x
          volumes: ["/var/run/docker.sock:/s"] | DOCKER_SOCKET volumes[0] /var/run/docker.sock
          volumes: ["/var//run/../run/docker.sock:/s:ro"] | DOCKER_SOCKET volumes[0] /var/run/docker.sock
          volumes: ["${S:-/run/podman/podman.sock}:/s"] | DOCKER_SOCKET volumes[0] /run/podman/podman.sock
          volumes: ["./mine:/var/run/docker.sock"] | HOST_MOUNT volumes[0] ./mine;DOCKER_SOCKET volumes[0] ./mine
          volumes: ["/:/host"] | HOST_MOUNT volumes[0] /;DOCKER_SOCKET volumes[0] /
          volumes: ["/var/run:/s"] | HOST_MOUNT volumes[0] /var/run;DOCKER_SOCKET volumes[0] /var/run
          volumes: ["/run:/s"] | HOST_MOUNT volumes[0] /run;DOCKER_SOCKET volumes[0] /run
          volumes: ["/run/user/1000:/s"] | HOST_MOUNT volumes[0] /run/user/1000;DOCKER_SOCKET volumes[0] /run/user/1000
          volumes: ["~:/s"] | HOST_MOUNT volumes[0] ~;DOCKER_SOCKET volumes[0] ~
          volumes: [{type: npipe, source: '\\\\.\\pipe\\docker_engine', target: x}] | DOCKER_SOCKET volumes[0].source //./pipe/docker_engine
          # devices
          devices: [/dev/fuse] | DEVICE devices[0] /dev/fuse
          devices: ["/dev/../dev/sda:/dev/x:rwm"] | DEVICE devices[0] /dev/sda
          devices: [{source: /dev/kvm, target: /dev/kvm}] | DEVICE devices[0] /dev/kvm
          devices: [nvidia.com/gpu=all] | DEVICE devices[0] nvidia.com/gpu=all
          device_cgroup_rules: ["c 1:3 mr"] | DEVICE device_cgroup_rules[0] c 1:3 mr
          gpus: all | DEVICE gpus gpu
          gpus: [{driver: nvidia, count: 1}] | DEVICE gpus gpu
          deploy: {resources: {reservations: {devices: [{capabilities: [gpu]}]}}} | DEVICE deploy.resources.reservations.devices[0] gpu
          deploy: {resources: {reservations: {generic_resources: [{discrete_resource_spec: {kind: FPGA, value: 1}}]}}} | DEVICE deploy.resources.reservations.generic_resources[0] FPGA
          deploy: {resources: {limits: {devices: []}}} | UNKNOWN_KEY deploy.resources.limits.devices devices
          deploy: {privileged: true} | UNKNOWN_KEY deploy.privileged privileged
          # files and programs
          env_file: .env | OTHER_FILE env_file ./.env
          env_file: [a.env, {path: ./b.env, required: false}] | OTHER_FILE env_file ./a.env;OTHER_FILE env_file ./b.env
          env_file: /etc/shadow | HOST_MOUNT env_file /etc/shadow
          label_file: ../x | HOST_MOUNT label_file ../x
          extends: {file: common.yaml, service: b} | OTHER_SERVICES extends.file ./common.yaml
          extends: other | UNCLEAR extends other
          develop: {watch: [{path: ./src, action: sync}]} | OTHER_FILE develop.watch ./src
          provider: {type: model} | PROVIDER provider model
          models: [llm] | PROVIDER models model llm
          models: {llm: {endpoint_var: X}} | PROVIDER models.llm model llm
          build: . | BUILD build .
          build: {context: ./dir, args: {A: b}} | BUILD build ./dir
          build: https://example.org/x.git | BUILD build https://example.org/x.git
          build: {context: /etc} | BUILD build /etc;HOST_MOUNT build /etc
          build: {context: ., privileged: true, network: host} | BUILD build .;PRIVILEGED build.privileged;HOST_NETWORK build.network host
          build: {context: ., entitlements: [security.insecure]} | BUILD build .;PRIVILEGED build.entitlements[0] security.insecure
          build: {context: ., ssh: [default]} | BUILD build .;OTHER_FILE build.ssh[0] ssh
          build: {context: ., ssh: default} | BUILD build .;OTHER_FILE build.ssh ssh
          build: {context: ., ssh: ["x=/root/.ssh/id,./key"]} | BUILD build .;HOST_MOUNT build.ssh[0] /root/.ssh/id;OTHER_FILE build.ssh[0] ./key
          build: {context: ., ssh: {default: , x: ~/key}} | BUILD build .;OTHER_FILE build.ssh.default ssh;HOST_MOUNT build.ssh.x ~/key
          build: {context: ., additional_contexts: {x: /etc}} | BUILD build .;HOST_MOUNT build.additional_contexts.x /etc
          build: {context: ., additional_contexts: [x=/etc, "y=oci-layout:///srv/x", "z=service:a", "w=https://x.example/y.git", "v=C:/x", "u=git@x:y", "t=./t:u"]} | BUILD build .;HOST_MOUNT build.additional_contexts[0] /etc;HOST_MOUNT build.additional_contexts[1] /srv/x;HOST_MOUNT build.additional_contexts[4] C:/x
          build: {context: ., additional_contexts: [x=docker-image://y]} | BUILD build .
          build: {context: ., dockerfile: /etc/shadow} | BUILD build .;HOST_MOUNT build.dockerfile /etc/shadow
          build: {context: ., dockerfile: ../Dockerfile} | BUILD build .;HOST_MOUNT build.dockerfile ../Dockerfile
          build: {dockerfile: ../Dockerfile} | BUILD build;HOST_MOUNT build.dockerfile ../Dockerfile
          build: {context: ./app, dockerfile: ../Dockerfile} | BUILD build ./app
          build: {context: /srv/app, dockerfile: sub/Dockerfile} | BUILD build /srv/app;HOST_MOUNT build /srv/app
          build: {context: /srv/app, dockerfile: ../Dockerfile} | BUILD build /srv/app;HOST_MOUNT build /srv/app;HOST_MOUNT build.dockerfile /srv/Dockerfile
          build: {context: "https://x.example/y.git", dockerfile: ../../Dockerfile} | BUILD build https://x.example/y.git
          build: {dockerfile: "${D}"} | BUILD build;UNCLEAR build.dockerfile ${D}
          build: {dockerfile_inline: FROM x, args: [A=b], tags: [x], platforms: [linux/amd64], sbom: true} | BUILD build
          build: {cache_from: [x, "type=registry,ref=y", "type=inline"], cache_to: [type=inline]} | BUILD build
          build: {cache_from: ["type=local,src=/c"], cache_to: ["type=local,dest=c"]} | BUILD build;HOST_MOUNT build.cache_from[0] /c;HOST_MOUNT build.cache_to[0] ./c
          build: {cache_to: [x, "type=s3,bucket=y", "Type=Local , Dest=/z"]} | BUILD build;EXTERNAL build.cache_to[0] cache in a registry;EXTERNAL build.cache_to[1] cache s3;HOST_MOUNT build.cache_to[2] /z
          build: {cache_to: ["${C:-type=local,dest=/etc}", '"type=local","dest=/etc"', "${C}"]} | BUILD build;HOST_MOUNT build.cache_to[0] /etc;UNCLEAR build.cache_to[1] cache;UNCLEAR build.cache_to[2] ${C}
          build: {rootfs: /} | BUILD build;UNKNOWN_KEY build.rootfs rootfs
          build: {x-rootfs: /} | BUILD build
          build: false | ``
          build: "false" | BUILD build ./false
          build: !reset . | UNCLEAR build ${!reset};BUILD build
          build: !reset | ``
          build: ${B} | UNCLEAR build ${B};BUILD build
          # what nobody knows
          priviledged: true | UNKNOWN_KEY priviledged priviledged
          Privileged: true | UNKNOWN_KEY Privileged Privileged
          net: host | UNKNOWN_KEY net net
          "<<": {privileged: true} | UNKNOWN_KEY << <<
          """)
  void whatAServiceDemandsIsFound(String inService, String expected) throws BadInput {
    Facts facts = read("services:\n  a:\n    image: x\n    " + inService + "\n");
    assertThat(facts.subject()).isEqualTo(new Subject.Given());
    assertThat(demands(facts)).containsExactlyElementsOf(split(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          version: "3.9" | ``
          name: x | ``
          x-anything: {privileged: true} | ``
          networks: {front: , back: {internal: true, driver: bridge}} | ``
          networks: {external: , internal: } | ``
          networks: {n: {external: false, driver_opts: {com.docker.network.driver.mtu: 1450}}} | ``
          networks: {n: {external: true}} | EXTERNAL networks.n.external network n
          networks: {n: {external: true, name: host}} | HOST_NETWORK networks.n.external host
          networks: {n: {external: {name: host}}} | HOST_NETWORK networks.n.external host
          networks: {host: {external: true}} | HOST_NETWORK networks.host.external host
          networks: {n: {driver: host}} | HOST_NETWORK networks.n.driver host
          networks: {n: {driver: macvlan}} | HOST_NETWORK networks.n.driver macvlan
          networks: {n: {name: "${N:-host}"}} | HOST_NETWORK networks.n.name host
          networks: {n: {external: "${E}"}} | UNCLEAR networks.n.external ${E}
          networks: {n: {driver_opts: {parent: eth0}}} | HOST_NETWORK networks.n.driver_opts.parent parent
          networks: {n: {privileged: true}} | UNKNOWN_KEY networks.n.privileged privileged
          volumes: {v: , w: {driver: local, labels: {a: b}}} | ``
          volumes: {v: {driver_opts: {type: tmpfs, device: tmpfs, o: size=1m}}} | ``
          volumes: {v: {driver_opts: {type: none, o: bind, device: /etc}}} | HOST_MOUNT volumes.v.driver_opts.device /etc
          volumes: {v: {driver_opts: {o: bind, device: "${D:-/var/run}"}}} | HOST_MOUNT volumes.v.driver_opts.device /var/run;DOCKER_SOCKET volumes.v.driver_opts.device /var/run
          volumes: {v: {driver_opts: {type: tmpfs, device: /etc, o: bind}}} | HOST_MOUNT volumes.v.driver_opts.device /etc
          volumes: {v: {driver_opts: {type: nfs, o: addr=10.0.0.1, device: ":/x"}}} | HOST_MOUNT volumes.v.driver_opts.device :/x
          volumes: {v: {driver_opts: {o: bind, device: "./../../etc"}}} | HOST_MOUNT volumes.v.driver_opts.device ../../etc
          volumes: {v: {driver_opts: {o: bind, device: "./a:b/../../etc"}}} | HOST_MOUNT volumes.v.driver_opts.device ../etc
          volumes: {v: {driver_opts: {o: bind}}} | HOST_MOUNT volumes.v.driver_opts.device driver_opts
          volumes: {v: {driver: sshfs}} | EXTERNAL volumes.v.driver volume driver sshfs
          volumes: {v: {external: true}} | EXTERNAL volumes.v.external volume v
          volumes: {v: {external: {name: prod}}} | EXTERNAL volumes.v.external volume prod
          volumes: {v: {name: prod}} | EXTERNAL volumes.v.name volume prod
          secrets: {s: {file: ./s.txt}} | OTHER_FILE secrets.s.file ./s.txt
          secrets: {s: {file: /etc/shadow}} | HOST_MOUNT secrets.s.file /etc/shadow
          secrets: {s: {environment: TOKEN}} | OTHER_FILE secrets.s.environment variable TOKEN
          secrets: {s: {external: true}} | EXTERNAL secrets.s.external secret s
          configs: {c: {content: "a"}} | ``
          configs: {c: {file: ~/x}} | HOST_MOUNT configs.c.file ~/x
          configs: {c: {external: true, name: d}} | EXTERNAL configs.c.external config d
          models: {llm: {model: ai/x}} | PROVIDER models.llm model llm
          include: [other.yaml] | OTHER_SERVICES include[0] ./other.yaml
          include: ["https://u:s3cret@git.example.org/x.git?t=s3cret#main:a"] | OTHER_SERVICES include[0] https://git.example.org/x.git#main:a
          include: {path: [a.yaml, /b.yaml]} | MAPPING
          include: [{path: [a.yaml, /b.yaml], env_file: e}] | OTHER_FILE include[0].env_file ./e;OTHER_SERVICES include[0].path ./a.yaml;OTHER_SERVICES include[0].path /b.yaml;HOST_MOUNT include[0].path /b.yaml
          service: {a: {}} | UNKNOWN_KEY service service
          """)
  void whatADefinitionDemandsIsFound(String onTop, String expected) throws BadInput {
    Facts facts = read("services:\n  a:\n    image: x\n" + onTop + "\n");
    if (expected.equals("MAPPING")) {
      assertThat(facts.subject()).isInstanceOf(Subject.Unreadable.class);
    } else {
      assertThat(facts.subject()).isEqualTo(new Subject.Given());
      assertThat(demands(facts)).containsExactlyElementsOf(split(expected));
    }
  }
}
