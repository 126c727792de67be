// SPDX-License-Identifier: Apache-2.0
package org.whereto.inspect;

import org.whereto.task.Demand;
import org.whereto.task.Environment;
import org.whereto.task.Facts;
import org.whereto.task.ImageReference;
import org.whereto.task.ImageUse;
import org.whereto.task.Languages.Evidence;
import org.whereto.task.Languages.Language;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Word;

/** An inspection as a document: the shape is that of {@link Inspection#tree}. */
record FactTree(Inspection inspection) {

  Mapping tree() {
    Facts facts = inspection.facts();
    Tree.Builder all =
        Tree.build()
            .put("what", inspection.what())
            .put("tasktype", inspection.full().tasktype())
            .putIfAny("languages", facts.languages().used().stream().map(FactTree::of).toList())
            .putIfAny("undetermined", facts.languages().undetermined())
            .putIfAny("images", facts.images().stream().map(FactTree::of).toList())
            .putIfAny("demands", facts.demands().stream().map(FactTree::of).toList())
            .putIfAny("amounts", FactAmounts.items(facts.resources()));
    if (!facts.resources().wanted().isEmpty()) {
      all.put("resources", FactAmounts.together(facts.resources()));
    }
    facts.environment().ifPresent(environment -> all.put("environment", of(environment)));
    return all.putIfAny("notes", inspection.notes().stream().map(Tree::text).toList())
        .put("task", inspection.factsOnly().document())
        .done();
  }

  private static Mapping of(Language language) {
    return Tree.build()
        .put("name", language.name())
        .put("role", Word.of(language.role()))
        .putIfAny("evidence", language.evidence().stream().map(FactTree::of).toList())
        .done();
  }

  private static Mapping of(Evidence evidence) {
    return Tree.build()
        .put("source", evidence.source())
        .putIfAny(
            "cells", evidence.cells().stream().map(cell -> Tree.literal(cell.toString())).toList())
        .done();
  }

  private static Mapping of(ImageUse image) {
    return Tree.build()
        .put("path", image.path().text())
        .putIfAny("written", image.written())
        .putIfAny("image", image.reference().map(ImageReference::toString).orElse(""))
        .putIfAny("unclear", image.unclear())
        .done();
  }

  private static Mapping of(Demand demand) {
    return Tree.build()
        .put("what", Word.of(demand.what()))
        .put("path", demand.path().text())
        .putIfAny("detail", demand.detail())
        .done();
  }

  private static Mapping of(Environment environment) {
    return Tree.build()
        .putIfAny("host", environment.repository().host())
        .putIfAny("provider", environment.repository().provider().map(Word::of).orElse(""))
        .putIfAny("builder", environment.builder())
        .putIfAny("base", environment.base())
        .putIfAny("files", environment.files().stream().map(Tree::text).toList())
        .putIfAny("versions", environment.versions().stream().map(FactTree::of).toList())
        .done();
  }

  private static Mapping of(Environment.Version version) {
    return Tree.build()
        .put("language", version.language())
        .put("wanted", version.wanted())
        .put("path", version.path().text())
        .done();
  }
}
