// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.docker;

import java.util.List;
import java.util.Optional;
import org.whereto.task.Demand.What;
import org.whereto.tree.BadInput;
import org.whereto.tree.Path;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;

/** What the {@code build} of a service demands beyond building (compose build specification). */
final class BuildDemands {

  private final Demands demands;

  BuildDemands(Demands demands) {
    this.demands = demands;
  }

  void look(Tree value, Path path) throws BadInput {
    if (value instanceof Scalar) {
      if (isBuilt(value)) {
        context(demands.text(value, path), path);
      }
      return;
    }
    Mapping build = Demands.mapping(value, path);
    context(demands.text(build, "context", path), path);
    Optional<Tree> privileged = build.get("privileged");
    if (privileged.isPresent() && demands.flag(privileged.get(), path.member("privileged"))) {
      demands.add(What.PRIVILEGED, path.member("privileged"), "");
    }
    demands
        .text(build, "network", path)
        .filter(text -> !text.equals("none") && !text.equals("default"))
        .ifPresent(text -> demands.add(What.HOST_NETWORK, path.member("network"), text));
    Tree none = Tree.list(List.of());
    demands.each(
        What.PRIVILEGED, build.get("entitlements").orElse(none), path.member("entitlements"));
    Tree ssh = build.get("ssh").orElse(none);
    boolean some =
        ssh instanceof Mapping keys
            ? !keys.members().isEmpty()
            : !Demands.items(ssh, path.member("ssh")).isEmpty();
    if (some) {
      demands.add(What.OTHER_FILE, path.member("ssh"), "ssh");
    }
    contexts(build.get("additional_contexts").orElse(none), path.member("additional_contexts"));
  }

  /** Whether the key {@code build} says anything. */
  static boolean isBuilt(Tree value) {
    return !(value instanceof Scalar scalar && scalar.isNull());
  }

  private void context(Optional<String> written, Path path) {
    String context = written.orElse("");
    boolean local = !context.isEmpty() && !context.contains("://");
    String normal = local ? HostPath.normalise(context) : context;
    demands.add(What.BUILD, path, normal);
    if (local && !HostPath.isBeside(normal)) {
      demands.add(What.HOST_MOUNT, path, normal);
    }
  }

  /** {@code NAME=FOLDER} each, or a mapping of them. */
  private void contexts(Tree value, Path path) throws BadInput {
    if (value instanceof Mapping) {
      Demands.members(value, path, (name, folder, at) -> folder(demands.text(folder, at), at));
      return;
    }
    for (Tree item : Demands.items(value, path)) {
      folder(demands.text(item, path).map(text -> text.substring(text.indexOf('=') + 1)), path);
    }
  }

  private void folder(Optional<String> written, Path path) {
    written
        .filter(text -> !text.contains("://") && !text.contains(":"))
        .map(HostPath::normalise)
        .filter(normal -> !HostPath.isBeside(normal))
        .ifPresent(normal -> demands.add(What.HOST_MOUNT, path, normal));
  }
}
