// SPDX-License-Identifier: Apache-2.0
package org.whereto.oracle;

import java.util.ArrayList;
import java.util.List;

/** Platforms that refuse choices, and Tasks that make them: what suggestions are for. */
final class Choosy {

  private static final String DIGEST =
      "@sha256:6c3c624b58dbbcd3c0dd82b4c53f04194d1247c6eebdaab7c610cf7d66709b3b";

  private static final List<String> ALLOWED =
      List.of(
          "example/x:1",
          "example/x:1.2",
          "example/x:2",
          "example/x:2-slim",
          "example/y:1",
          "example/*:7",
          "quay.io/z/z:3-slim",
          "example/y" + DIGEST,
          "docker.io/library/*",
          "example/w:1.*");

  private static final List<String> ASKED =
      List.of(
          "example/x:1",
          "example/x:1.3",
          "docker.io/example/x:latest",
          "example/x",
          "example/x:9-slim",
          "example/y:2",
          "example/x" + DIGEST,
          "quay.io/z/z:4",
          "example/w:2",
          "good",
          "evil/x:1");

  private static final List<String> OPTIONS =
      List.of(
          "privileged: true",
          "privileged: yes",
          "privileged: '${P:-true}'",
          "privileged: false",
          "network_mode: host",
          "network_mode: bridge",
          "pid: host",
          "ipc: host",
          "userns_mode: host",
          "cap_add: [NET_ADMIN, CAP_CHOWN]",
          "cap_add: NET_ADMIN",
          "devices: ['/dev/fuse:/dev/fuse', {source: /dev/sda, target: /dev/sda}]",
          "security_opt: ['no-new-privileges:true', 'seccomp:unconfined', apparmor=unconfined]",
          "device_cgroup_rules: ['c 1:3 mr']",
          "post_start: [{command: x, privileged: true}, {command: y}]",
          "environment: {NONE: ~, EMPTY: , OCTAL: 0123, YES: yes, DATE: 2026-01-01, Q: '5'}",
          "volumes: ['data:/d']",
          "command: ['a', 'b: c', '# d', '']",
          "labels: {'a.b[c]': d}",
          "ports: ['8080:80', 22]",
          "deploy: {replicas: 2}");

  private static final List<String> CONTENT =
      List.of(
          "volumes: ['/etc:/e']",
          "env_file: x.env",
          "gpus: all",
          "build: .",
          "privileged: '${P}'",
          "volumes: ['/var/run/docker.sock:/s']",
          "frobnicate: 1");

  private static final List<String> NUMBERS =
      List.of("1", "8", "9", "0.5", "-3", "1e3", "many", "[9]", "'{9}'", "'9'", "016");

  private static final List<String> ROOMS =
      List.of(
          "{cores: 8, memory: 239.9G, startup: 5m}",
          "{cores: {max: 8, free: 3.5}, memory: {max: 1T, free: 8589934591B}}",
          "{cores: 0, duration: 1h}",
          "{memory: 999999999B, startup: 61s, further: {gpus: 1}}");

  private static final List<String> NEEDS =
      List.of(
          "mincores: 4",
          "mincores: 16, maxcores: 16",
          "MinCores: '3.6', min_memory: 240G, maxduration: PT2H",
          "minmemory: 8Gi, mincores: 8",
          "maxstartup: 60, mincores: 1",
          "maxstartup: 1m, minmemory: 1 GB, mingpus: 2",
          "minduration: PT90M");

  private final Dice dice;

  Choosy(Dice dice) {
    this.dice = dice;
  }

  String tasktype() {
    return dice.of(
        "uri://docker-compose",
        "uri://docker-compose",
        "uri://docker-compose",
        "uri://docker-container",
        "uri://job",
        "uri://jupyter-notebook");
  }

  String platform(String tasktype) {
    StringBuilder file = new StringBuilder("whereto: 1\ninterfaces:\n");
    for (String name : List.of("a", "b")) {
      String own = dice.chance(20) ? checks(tasktype) : "{}";
      file.append("  %s: {servicetype: 'uri://%s', if: %s}%n".formatted(name, name, own));
    }
    file.append(dice.chance(60) ? "resources: " + dice.of(ROOMS) + "\n" : "");
    file.append(dice.chance(15) ? "if: " + checks(tasktype) + "\n" : "").append("accepts:\n");
    for (int i = 0; i <= dice.below(3); i++) {
      file.append("  - tasktype: ").append(tasktype).append('\n');
      file.append("    on: ").append(dice.of("a", "b", "[a, b]")).append('\n');
      file.append("    if: ").append(checks(tasktype)).append('\n');
      file.append(dice.of("", "", "", "", "", "    reasons: codes\n", "    required: true\n"));
      if (tasktype.equals("uri://docker-compose") && dice.chance(60)) {
        file.append("    template: {services: {own: {image: ")
            .append(dice.of(ALLOWED.subList(0, 5)))
            .append("}}}\n");
      }
    }
    return file.toString();
  }

  private String checks(String tasktype) {
    List<String> checks = new ArrayList<>();
    if (tasktype.startsWith("uri://docker")) {
      checks.add("image: {" + images() + "}");
    }
    if (tasktype.equals("uri://docker-compose")) {
      checks.add(
          "compose: "
              + dice.of("{}", "{}", "{privileged: true}", "{capabilities: [CHOWN]}", "{gpu: no}")
                  .replace("{gpu: no}", "{devices: [gpu]}"));
    }
    if (tasktype.equals("uri://jupyter-notebook")) {
      checks.add("languages: " + dice.of("[python]", "[python, r]"));
    }
    if (checks.isEmpty() || dice.chance(40)) {
      checks.add("field: {" + dice.of("taskinfo.nodes", "nodes") + ": {min: 1, max: 8}}");
    }
    return "{" + String.join(", ", checks) + "}";
  }

  private String images() {
    String allow = "allow: " + quoted(dice.some(ALLOWED, 1, 5));
    return dice.chance(20) ? allow + ", deny: " + quoted(dice.some(ALLOWED, 1, 2)) : allow;
  }

  private static String quoted(List<String> texts) {
    return "['" + String.join("', '", texts) + "']";
  }

  /** A Task document in YAML. */
  String task(String tasktype) {
    StringBuilder task = new StringBuilder("tasktype: " + tasktype + "\ntaskinfo:\n");
    String nodes = "nodes: " + dice.of(NUMBERS) + "\n";
    task.append(dice.chance(60) ? "  " + nodes : "");
    switch (tasktype) {
      case "uri://docker-compose" -> composefile(task);
      case "uri://docker-container" -> task.append("  image: ").append(dice.of(ASKED)).append('\n');
      case "uri://jupyter-notebook" ->
          task.append("  languages: ").append(dice.of("[python]", "[python, r]")).append('\n');
      default -> task.append("  site: roe\n");
    }
    task.append(dice.chance(60) ? nodes : "");
    task.append(dice.chance(40) ? "resources: {" + dice.of(NEEDS) + "}\n" : "");
    task.append(dice.chance(5) ? "data: [{datatype: uri://fits-cutout}]\n" : "");
    return task.toString();
  }

  private void composefile(StringBuilder task) {
    boolean text = dice.chance(60);
    task.append("  composefile:").append(text ? " |\n" : "\n");
    if (dice.chance(50)) {
      task.append("    x-base: &base {").append(service(true)).append("}\n");
    }
    boolean base = task.indexOf("&base") >= 0;
    task.append("    services:\n");
    for (String name : dice.some(List.of("web", "db", "a.b"), 1, 3)) {
      task.append("      ").append(name).append(": {");
      task.append(base && dice.chance(50) ? "<<: *base, " : "").append(service(!base));
      task.append("}\n");
      if (dice.chance(15)) {
        task.append("      late-").append(name.replace('.', '-'));
        task.append(": {extends: ").append(dice.of(name, "{service: " + name + "}")).append("}\n");
      }
    }
    task.append("    volumes: {data: {}}\n");
  }

  /** Members of a service, in braces. */
  private String service(boolean named) {
    List<String> members = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    if (named || dice.chance(60)) {
      String image = dice.of(ASKED);
      members.add("image: '" + (dice.chance(10) ? "${IMAGE:-" + image + "}" : image) + "'");
    }
    List<String> wanted = new ArrayList<>(dice.some(OPTIONS, 0, 4));
    wanted.addAll(dice.chance(15) ? dice.some(CONTENT, 1, 1) : List.of());
    for (String member : wanted) {
      String key = member.substring(0, member.indexOf(':'));
      if (!keys.contains(key)) {
        keys.add(key);
        members.add(member);
      }
    }
    return members.isEmpty() ? "restart: always" : String.join(", ", members);
  }
}
