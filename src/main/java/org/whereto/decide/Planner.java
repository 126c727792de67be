// SPDX-License-Identifier: Apache-2.0
package org.whereto.decide;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.whereto.answer.Finding;
import org.whereto.answer.Finding.Outcome;
import org.whereto.answer.Permanence;
import org.whereto.answer.Reason;
import org.whereto.answer.Suggestion;
import org.whereto.check.Asked;
import org.whereto.check.Findings;
import org.whereto.decide.Considered.Way;
import org.whereto.decide.Suggesting.Trial;
import org.whereto.platform.Acceptance;
import org.whereto.platform.Demanded;
import org.whereto.platform.Offered;
import org.whereto.platform.Platform;
import org.whereto.platform.Supply;
import org.whereto.platform.Understood;
import org.whereto.task.Amount.Measure;
import org.whereto.task.Caller;
import org.whereto.task.DataNeed;
import org.whereto.task.Fact;
import org.whereto.task.Facts;
import org.whereto.task.Kind;
import org.whereto.task.Question;
import org.whereto.task.Resources;
import org.whereto.task.Subject;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Keep;
import org.whereto.tree.Path;
import org.whereto.world.World;

/**
 * Decides whether a platform takes a Task. The order is the note's (section 3.5): the task type
 * first; for one that no acceptance names nothing else is read.
 */
public final class Planner {

  /** What stays the same where another Task is tried in the place of the one that was asked. */
  private record With(
      Caller caller, Optional<Kind> kind, Map<String, Measure> dimensions, World world) {}

  private final Optional<Kind> kind;
  private final Caller caller;
  private final World world;
  private final Task task;
  private final Reading reading;
  private final Resources resources;
  private final List<DataNeed> data;
  private final NotUsed notUsed;

  /** The fields that hold documents, which only the kind's own checks look into. */
  private final Set<String> contents;

  private Planner(Task task, With with) throws BadInput {
    Optional<Kind> kind = with.kind();
    this.task = task;
    this.kind = kind;
    this.caller = with.caller();
    this.world = with.world();
    this.reading = new Reading(task, kind, world);
    this.resources = Resources.read(task.resources(), with.dimensions());
    this.data = DataNeed.read(task.data());
    this.notUsed = new NotUsed(task, kind, others(resources, data));
    this.contents = kind.map(Kind::contents).orElse(Set.of());
  }

  /**
   * Every finding of every acceptance that names the task type.
   *
   * @throws BadInput for a fault of the task type; for any other only if the type is understood
   */
  public static Decision decide(Question question, Caller caller, Platform platform, World world)
      throws BadInput {
    String tasktype = question.tasktype();
    Optional<Understood> understood = platform.understands(tasktype);
    if (understood.isEmpty()) {
      return new Decision(tasktype, false, List.of(), platform.version());
    }
    Optional<Kind> kind = understood.get().kind();
    Task task = question.task(kind.map(Kind::keep).orElse(Keep.ALL));
    World known = Remembered.of(world);
    List<Acceptance> acceptances = understood.get().acceptances();
    With with = new With(caller, kind, platform.dimensions(), known);
    List<Considered> considered = new Planner(task, with).consider(acceptances);
    Trial trial = other -> new Planner(other, with).consider(acceptances);
    Optional<Suggestion> suggestion = new Suggesting(task, kind, known, trial).after(considered);
    return new Decision(tasktype, true, considered, platform.version(), suggestion);
  }

  /**
   * The decision where none could be made: each acceptance that names the type could not tell.
   *
   * @param tasktype as far as it was heard; may be empty
   */
  public static Decision undecided(String tasktype, Platform platform, Reason why) {
    Optional<Understood> understood = platform.understands(tasktype);
    List<Finding> findings =
        List.of(Finding.of("decision", Outcome.CANNOT_TELL, why.lasting(Permanence.UNKNOWN)));
    List<Considered> considered =
        understood.map(Understood::acceptances).orElse(List.of()).stream()
            .map(acceptance -> new Considered(acceptance, findings, List.of()))
            .toList();
    return new Decision(tasktype, understood.isPresent(), considered, platform.version());
  }

  /** What a platform accepts, as far as this caller may know it. */
  public static Description describe(Caller caller, Platform platform) {
    return new Describing(caller).platform(platform);
  }

  private List<Considered> consider(List<Acceptance> acceptances) throws BadInput {
    List<Considered> considered = new ArrayList<>();
    for (Acceptance acceptance : acceptances) {
      considered.add(consider(acceptance));
    }
    return considered;
  }

  private Considered consider(Acceptance acceptance) throws BadInput {
    List<Finding> findings = look(acceptance.checks(), acceptance.required());
    Optional<Supply> shared = acceptance.sharedSupply();
    if (shared.isPresent()) {
      findings.addAll(look(shared.get().checks(), acceptance.required()));
    }
    List<Way> ways = new ArrayList<>();
    for (int i = 0; i < acceptance.on().size(); i++) {
      Offered offered = acceptance.on().get(i);
      List<Finding> own = look(offered.checks(), acceptance.required());
      if (shared.isEmpty()) {
        own.addAll(look(acceptance.supplies().get(i).checks(), acceptance.required()));
      }
      ways.add(new Way(offered, own));
    }
    findings.addAll(notUsed.findings(acceptance));
    return new Considered(acceptance, findings, ways);
  }

  private List<Finding> look(List<Demanded> checks, boolean required) throws BadInput {
    List<Finding> findings = new ArrayList<>();
    Set<Said> said = new HashSet<>();
    for (Demanded demanded : checks) {
      for (Finding seen : look(demanded)) {
        Finding finding = required ? insisting(seen) : seen;
        if (isNews(finding, said)) {
          findings.add(finding);
        }
      }
    }
    return findings;
  }

  private static List<Path> others(Resources resources, List<DataNeed> data) {
    List<Path> others = new ArrayList<>(resources.others());
    data.forEach(need -> others.addAll(need.others()));
    return others;
  }

  /** Silence, and a check or kind that breaks, are "cannot tell": a YES rests on evidence. */
  private List<Finding> look(Demanded demanded) throws BadInput {
    Findings findings = new Findings(demanded.name());
    List<Finding> all = new ArrayList<>();
    try {
      Set<Fact> needs = kind.map(demanded::needs).orElse(demanded.needs());
      Facts facts = needs.isEmpty() ? Facts.about(new Subject.Given()) : reading.facts(needs);
      Optional<Finding> missing = Subjects.finding(demanded.name(), facts.subject());
      missing.ifPresent(all::add);
      if (missing.isPresent() && !demanded.needs().isEmpty()) {
        return all;
      }
      // A check that can do without facts looks at what the question itself says all the same.
      Asked asked = new Asked(task, facts, resources, data, caller, contents);
      demanded.check().look(asked, world, findings);
    } catch (RuntimeException | StackOverflowError failed) {
      findings.cannotTell(
          Reason.of(
              "check.failed",
              "",
              "The check \"" + demanded.name() + "\" could not be carried out."));
    }
    if (findings.isSilent()) {
      findings.cannotTell(
          Reason.of("check.silent", "", "The check \"" + demanded.name() + "\" found nothing."));
    }
    all.addAll(findings.all());
    return all;
  }

  /** What a question leaves open is a NO where the owner requires it. */
  private static Finding insisting(Finding finding) {
    return finding.outcome() != Outcome.NOT_GIVEN
        ? finding
        : new Finding(
            finding.check(),
            finding.path(),
            finding.seen(),
            finding.limit(),
            Outcome.REFUSED,
            finding.says().map(reason -> reason.lasting(Permanence.NEVER)));
  }

  /** The same words may refuse in one check, and be no more than a remark in another. */
  private record Said(Reason words, Outcome outcome) {}

  /** Several checks that miss the same subject say so once. */
  private static boolean isNews(Finding finding, Set<Said> said) {
    return finding.says().isEmpty() || said.add(new Said(finding.says().get(), finding.outcome()));
  }
}
