// SPDX-License-Identifier: Apache-2.0
package org.whereto.kind.docker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.whereto.tree.BadInput;
import org.whereto.tree.Path;
import org.whereto.tree.Tree;
import org.whereto.tree.Tree.Mapping;
import org.whereto.tree.Tree.Scalar;

/**
 * A service and those that it extends, itself first (compose specification, "extends"). What comes
 * first wins; a key without a value says nothing.
 *
 * @param last where the last one stands
 */
record ServiceChain(List<Link> links, Path last, End end) {

  private static final Path SERVICES = Path.ROOT.member("services");

  /** How many services may extend each other in a row. */
  static final int LONGEST = 32;

  /** One service of this file. */
  record Link(String name, Mapping service) {

    Path path() {
      return SERVICES.member(name);
    }
  }

  /** Where the chain ends. */
  enum End {
    /** With a service that extends none. */
    WHOLE,
    /** With one that extends another which is not in this file. */
    ELSEWHERE,
    /** Nowhere, or too far away. */
    TOO_LONG
  }

  /** What one of the services says. */
  record Said(Tree value, Path path) {}

  /**
   * The chain of a service of this file.
   *
   * @param services all of them, this one among them
   */
  static ServiceChain of(String service, Mapping services) throws BadInput {
    return of(service, services, services.members().keySet());
  }

  /**
   * The same, of which only some services are looked at.
   *
   * @param telling their names
   */
  static ServiceChain of(String service, Mapping services, Set<String> telling) throws BadInput {
    List<Link> links = new ArrayList<>();
    String name = service;
    Tree value = services.get(service).orElseThrow();
    for (int steps = 0; steps <= LONGEST; steps++) {
      Mapping mapping = Demands.mapping(value, SERVICES);
      if (telling.contains(name)) {
        links.add(new Link(name, mapping));
      }
      Optional<Tree> extended = given(mapping, "extends");
      Optional<String> next = extended.flatMap(ServiceChain::inThisFile);
      Optional<Tree> base = next.flatMap(services::get);
      if (base.isEmpty()) {
        End end = extended.isEmpty() ? End.WHOLE : End.ELSEWHERE;
        return new ServiceChain(links, SERVICES.member(name), end);
      }
      name = next.orElseThrow();
      value = base.get();
    }
    return new ServiceChain(links, SERVICES.member(name), End.TOO_LONG);
  }

  private static Optional<String> inThisFile(Tree extended) {
    Optional<Tree> name =
        extended instanceof Mapping mapping
            ? mapping.get("file").isPresent() ? Optional.empty() : mapping.get("service")
            : Optional.of(extended);
    return name.filter(Scalar.class::isInstance)
        .flatMap(text -> Interpolation.of(((Scalar) text).text()));
  }

  /** The first that is said at these keys, each below the one before it. */
  Optional<Said> first(String... keys) {
    for (Link link : links) {
      Optional<Said> said = said(link, keys);
      if (said.isPresent()) {
        return said;
      }
    }
    return Optional.empty();
  }

  /** All that is said at these keys. */
  List<Said> all(String... keys) {
    return links.stream().flatMap(link -> said(link, keys).stream()).toList();
  }

  private static Optional<Said> said(Link link, String... keys) {
    Optional<Tree> value = Optional.of(link.service());
    for (String key : keys) {
      value = value.flatMap(tree -> given(tree, key));
      if (value.isEmpty()) {
        return Optional.empty();
      }
    }
    Path path = link.path();
    for (String key : keys) {
      path = path.member(key);
    }
    return Optional.of(new Said(value.get(), path));
  }

  private static Optional<Tree> given(Tree tree, String key) {
    return tree.get(key).filter(value -> !(value instanceof Scalar text && text.isNull()));
  }
}
