// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.docker;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Member;
import org.whereto.tree.Tree.Scalar;
import org.whereto.tree.Tree.Sequence;

/**
 * What is left of a compose file when all goes that no check reads: what may hold secrets, above
 * all. Names that Whereto does not know stay, without their values, since they count.
 */
final class ComposeReduced {

  /** What stays of a value. */
  private interface Rule {
    Tree of(Tree value);
  }

  /** All but the secrets of URLs. */
  private static final Rule WHOLE = ComposeReduced::whole;

  private static final Scalar NOTHING = Tree.literal("null");

  private static final Rule BLANK = value -> NOTHING;

  /** The names of a mapping; of a list what stands before {@code =} in each item. */
  private static final Rule NAMES = ComposeReduced::names;

  /** The names of a mapping; a list is one of names. */
  private static final Rule KEYS = value -> value instanceof Mapping ? names(value) : value;

  private static final Rule HOOKS =
      each(members(whole("image", "privileged", "user"), ServiceDemands.HOOK));

  /** A request for devices. */
  private static final Rule RESERVED = only(whole("capabilities", "count", "device_ids", "driver"));

  private static final Rule SERVICES = all(members(service(), ServiceDemands.HARMLESS));

  private static final Rule DOCUMENT = members(top(), Set.of("version", "name"));

  private ComposeReduced() {}

  static Mapping of(Mapping composefile) {
    return nulls(DOCUMENT.of(composefile)) instanceof Mapping mapping ? mapping : composefile;
  }

  /** YAML has more than one way to write nothing, and not every form of a request knows them. */
  private static Tree nulls(Tree tree) {
    return switch (tree) {
      case Scalar scalar ->
          scalar.isNull() ? new Scalar("null", true, scalar.tag(), scalar.place()) : scalar;
      case Sequence list -> each(ComposeReduced::nulls).of(list);
      case Mapping mapping -> map(mapping, (name, inner) -> List.of(nulls(inner)));
    };
  }

  private static Map<String, Rule> top() {
    Map<String, Rule> rules = whole("include");
    rules.put("services", SERVICES);
    rules.put("models", all(only(whole("model"))));
    Map<String, Rule> network = whole("name", "driver", "external");
    network.put("driver_opts", NAMES);
    rules.put("networks", all(members(network, DefinitionDemands.NETWORK)));
    Map<String, Rule> volume = whole("name", "driver", "external");
    // The options that are left blank may hold the password of a share.
    volume.put("driver_opts", named(whole("type", "device")));
    rules.put("volumes", all(members(volume, DefinitionDemands.VOLUME)));
    Rule files =
        all(
            members(
                whole("name", "file", "environment", "external", "driver"),
                DefinitionDemands.FILE));
    rules.put("configs", files);
    rules.put("secrets", files);
    return rules;
  }

  private static Map<String, Rule> service() {
    Map<String, Rule> rules =
        whole(
            "image",
            "platform",
            "privileged",
            "use_api_socket",
            "network_mode",
            "pid",
            "ipc",
            "uts",
            "userns_mode",
            "cgroup",
            "volumes_from",
            "devices",
            "device_cgroup_rules",
            "cap_add",
            "security_opt",
            "cgroup_parent",
            "runtime",
            "isolation",
            "env_file",
            "label_file",
            "extends",
            "external_links",
            "user",
            "cpus",
            "cpu_count",
            "cpu_period",
            "cpu_quota",
            "mem_limit",
            "mem_reservation",
            "scale");
    for (String key : List.of("annotations", "credential_spec")) {
      rules.put(key, NAMES);
    }
    for (String key : List.of("networks", "models")) {
      rules.put(key, KEYS);
    }
    for (String key : List.of("pre_start", "post_start", "pre_stop")) {
      rules.put(key, HOOKS);
    }
    rules.put("build", build());
    rules.put("volumes", each(members(whole("type", "source", "target"), MountDemands.KEYS)));
    rules.put("gpus", each(RESERVED));
    rules.put("deploy", deploy());
    rules.put("logging", only(whole("driver")));
    rules.put("provider", only(whole("type")));
    rules.put("develop", develop());
    return rules;
  }

  private static Rule build() {
    Map<String, Rule> rules =
        whole(
            "additional_contexts",
            "context",
            "dockerfile",
            "entitlements",
            "network",
            "platforms",
            "privileged",
            "sbom",
            "ssh");
    Rule caches = each(ComposeReduced::cache);
    rules.put("cache_from", caches);
    rules.put("cache_to", caches);
    return members(rules, BuildDemands.HARMLESS);
  }

  private static Tree cache(Tree value) {
    return value instanceof Scalar scalar
        ? new Scalar(
            BuildCache.reduced(scalar.text()), scalar.plain(), scalar.tag(), scalar.place())
        : value;
  }

  private static Rule deploy() {
    Map<String, Rule> reservations = whole("cpus", "memory", "pids", "generic_resources");
    reservations.put("devices", each(RESERVED));
    Map<String, Rule> resources =
        new HashMap<>(Map.of("reservations", members(reservations, Set.of())));
    resources.put("limits", members(whole("cpus", "memory", "pids"), Set.of()));
    Map<String, Rule> deploy = whole("mode", "replicas");
    deploy.put("resources", members(resources, Set.of()));
    return members(deploy, DeviceDemands.DEPLOY);
  }

  private static Rule develop() {
    Map<String, Rule> rule = whole("path");
    rule.put("exec", HOOKS);
    return members(Map.of("watch", each(members(rule, ServiceDemands.WATCH))), Set.of());
  }

  private static Map<String, Rule> whole(String... keys) {
    Map<String, Rule> rules = new HashMap<>();
    for (String key : keys) {
      rules.put(key, WHOLE);
    }
    return rules;
  }

  /** These members; of those dropped nothing, of all others that they are there. */
  private static Rule members(Map<String, Rule> rules, Set<String> dropped) {
    return value ->
        map(
            value,
            (name, inner) -> {
              Rule rule = rules.get(name);
              boolean drop = dropped.contains(name) || Demands.isExtension(name);
              return rule != null ? List.of(rule.of(inner)) : drop ? List.of() : List.of(NOTHING);
            });
  }

  /** These members, and of all others that they are there: none of them is an extension. */
  private static Rule named(Map<String, Rule> rules) {
    return value -> map(value, (name, inner) -> List.of(rules.getOrDefault(name, BLANK).of(inner)));
  }

  /** These members and no others. */
  private static Rule only(Map<String, Rule> rules) {
    return value ->
        map(
            value,
            (name, inner) -> {
              Rule rule = rules.get(name);
              return rule == null ? List.of() : List.of(rule.of(inner));
            });
  }

  /** Every member: its name is the writer's choice. */
  private static Rule all(Rule rule) {
    return value -> map(value, (name, inner) -> List.of(rule.of(inner)));
  }

  private static Tree whole(Tree value) {
    return switch (value) {
      case Scalar scalar ->
          new Scalar(PlainUrl.of(scalar.text()), scalar.plain(), scalar.tag(), scalar.place());
      case Sequence list -> each(WHOLE).of(list);
      case Mapping mapping -> all(WHOLE).of(mapping);
    };
  }

  /** What becomes of a member: one tree or none. */
  private interface ForMember {
    List<Tree> of(String name, Tree value);
  }

  private static Tree map(Tree value, ForMember action) {
    return switch (value) {
      case Scalar scalar -> scalar;
      case Sequence list -> new Sequence(List.of(), list.tag(), list.place());
      case Mapping mapping -> {
        Map<String, Member> members = new LinkedHashMap<>();
        mapping
            .members()
            .forEach((name, member) ->
                action
                    .of(name, member.value())
                    .forEach(kept -> members.put(name, new Member(member.place(), kept))));
        yield new Mapping(members, mapping.tag(), mapping.place());
      }
    };
  }

  private static Rule each(Rule rule) {
    return value ->
        value instanceof Sequence list
            ? new Sequence(list.items().stream().map(rule::of).toList(), list.tag(), list.place())
            : rule.of(value);
  }

  private static Tree names(Tree value) {
    return switch (value) {
      case Mapping mapping -> map(mapping, (name, inner) -> List.of(NOTHING));
      case Sequence list -> each(ComposeReduced::names).of(list);
      case Scalar scalar -> {
        int equals = scalar.text().indexOf('=');
        yield equals < 0
            ? scalar
            : new Scalar(
                scalar.text().substring(0, equals), scalar.plain(), scalar.tag(), scalar.place());
      }
    };
  }
}
