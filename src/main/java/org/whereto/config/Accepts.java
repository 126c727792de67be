// SPDX-License-Identifier: Apache-2.0
package org.whereto.config;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.whereto.platform.Acceptance;
import org.whereto.platform.Demanded;
import org.whereto.platform.Disclosure;
import org.whereto.platform.Offered;
import org.whereto.task.Fact;
import org.whereto.task.Kind;
import org.whereto.task.Task;
import org.whereto.tree.Path;
import org.whereto.tree.Settings;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Scalar;

/** One entry of the key {@code accepts}. */
record Accepts(Types types, Interfaces interfaces, Supplies supplies, Disclosure disclosure) {

  Acceptance read(Settings in) {
    in.require("tasktype");
    List<Scalar> tasktypes = in.texts("tasktype", "The task type that is accepted, or several.");
    if (in.has("tasktype") && tasktypes.isEmpty()) {
      in.problem("tasktype", "\"tasktype\" names nothing: name at least one task type.");
    }
    List<Offered> on = interfaces.on(in);
    Conditions own = Conditions.read(in);
    List<Demanded> checks =
        Stream.concat(supplies.everywhere().checks().stream(), own.checks().stream()).toList();
    boolean required =
        in.flag(
            "required",
            false,
            "Whether a question that leaves open what the checks look at is answered NO.");
    for (Scalar tasktype : tasktypes) {
      refuseMismatch(in, tasktype, checks, on);
    }
    Optional<Tree> template = new Template(types).read(in, tasktypes);
    return new Acceptance(
        in.place(),
        tasktypes.stream().map(Scalar::text).toList(),
        on,
        checks,
        supplies.of(in, own, on),
        required,
        PlatformFile.disclosure(in, disclosure),
        template);
  }

  /** A check whose facts the kind cannot find would answer every question with "cannot tell". */
  private void refuseMismatch(
      Settings in, Scalar tasktype, List<Demanded> checks, List<Offered> on) {
    Optional<Kind> kind = types.kind(in, tasktype);
    Set<Fact> provided = kind.map(Kind::provides).orElse(Set.of());
    String why =
        kind.map(known -> "a " + known.name() + " has nothing that it could look at")
            .orElse("give the type a kind under \"tasktypes\", so that its taskinfo can be read");
    List<Demanded> all =
        Stream.concat(checks.stream(), on.stream().flatMap(offered -> offered.checks().stream()))
            .toList();
    kind.ifPresent(known -> all.forEach(demanded -> refuseContents(in, known, demanded)));
    all.stream()
        .filter(demanded -> !provided.containsAll(demanded.needs()))
        .forEach(demanded ->
            in.problemAt(
                demanded.place(),
                "\""
                    + demanded.name()
                    + "\" cannot be checked for "
                    + tasktype.text()
                    + ": "
                    + why
                    + "."));
  }

  /** Of a document only the parts are kept from which its kind reads facts. */
  private static void refuseContents(Settings in, Kind kind, Demanded demanded) {
    Set<Path> contents =
        kind.contents().stream().map(Task.TASKINFO_PATH::member).collect(Collectors.toSet());
    demanded.check().reads().stream()
        .filter(path -> contents.stream().anyMatch(path::isIn))
        .forEach(path ->
            in.problemAt(
                demanded.place(),
                "\"" + path + "\" is content, which its own checks read: it is no field."));
  }
}
