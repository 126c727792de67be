// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.data;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.whereto.systems.fetch.Unanswered;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;

/**
 * JSON objects of a Rucio server; what is not as its interface says is refused.
 *
 * @param object one of them
 */
record RucioJson(Mapping object, Contact contact) {

  /** A document that is one object. */
  static RucioJson object(byte[] document, Keep keep, Contact contact) throws Unanswered {
    return of(tree(document, keep, contact), contact);
  }

  static RucioJson of(Tree tree, Contact contact) throws Unanswered {
    if (tree instanceof Mapping mapping) {
      return new RucioJson(mapping, contact);
    }
    throw contact.unreadable();
  }

  /** A document, whatever it is. */
  static Tree tree(byte[] document, Keep keep, Contact contact) throws Unanswered {
    try {
      return Formats.JSON.read(document, Budget.SMALL.withBytes(document.length), keep);
    } catch (BadInput _) {
      throw contact.unreadable();
    }
  }

  String text(String name) throws Unanswered {
    if (member(name).orElse(null) instanceof Scalar scalar && !scalar.plain()) {
      return scalar.text();
    }
    throw contact.unreadable();
  }

  /** A whole number that is not negative; empty where it is null or not there. */
  OptionalLong number(String name) throws Unanswered {
    Optional<Tree> member = member(name);
    if (member.isEmpty()) {
      return OptionalLong.empty();
    }
    OptionalLong number =
        member.get() instanceof Scalar scalar && scalar.plain()
            ? Told.bytes(scalar.text())
            : OptionalLong.empty();
    if (number.isEmpty()) {
      throw contact.unreadable();
    }
    return number;
  }

  /** The members of an object by their names; none where it is null or not there. */
  Map<String, Tree> members(String name) throws Unanswered {
    Map<String, Tree> members = new LinkedHashMap<>();
    Optional<Tree> member = member(name);
    if (member.isPresent()) {
      of(member.get(), contact)
          .object
          .members()
          .forEach((key, one) -> members.put(key, one.value()));
    }
    return members;
  }

  Optional<Tree> member(String name) {
    return object.get(name).filter(tree -> !(tree instanceof Scalar scalar && scalar.isNull()));
  }
}
