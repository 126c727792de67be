// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import java.util.Map;

/**
 * Which parts of a document a reader should build. What is not kept is still checked for syntax and
 * depth, but takes no memory: the outputs of a notebook, say.
 */
public sealed interface Keep {

  /** Everything below here. */
  Keep ALL = new All();

  /** Nothing below here: the member is left out of the tree. */
  Keep NOTHING = new Nothing();

  /** What to keep of the member {@code name} of a mapping at this point. */
  Keep member(String name);

  /** What to keep of each item of a sequence at this point. */
  Keep item();

  /** A mapping of which only these members are kept, each with its own rule. */
  static Keep members(Map<String, Keep> rules) {
    return new Members(Map.copyOf(rules), NOTHING);
  }

  /** A mapping in which these members have their own rules; all others are kept whole. */
  static Keep allBut(Map<String, Keep> rules) {
    return new Members(Map.copyOf(rules), ALL);
  }

  /** A sequence of whose items this is kept. */
  static Keep items(Keep rule) {
    return new Items(rule);
  }

  /** See {@link #ALL}. */
  record All() implements Keep {
    @Override
    public Keep member(String name) {
      return this;
    }

    @Override
    public Keep item() {
      return this;
    }
  }

  /** See {@link #NOTHING}. */
  record Nothing() implements Keep {
    @Override
    public Keep member(String name) {
      return this;
    }

    @Override
    public Keep item() {
      return this;
    }
  }

  /** See {@link #members} and {@link #allBut}. */
  record Members(Map<String, Keep> rules, Keep others) implements Keep {
    @Override
    public Keep member(String name) {
      return rules.getOrDefault(name, others);
    }

    /** A sequence where a mapping was foretold: kept whole, for whoever reads it to complain. */
    @Override
    public Keep item() {
      return ALL;
    }
  }

  /** See {@link #items}. */
  record Items(Keep rule) implements Keep {
    /** A mapping where a sequence was foretold: kept whole, for whoever reads it to complain. */
    @Override
    public Keep member(String name) {
      return ALL;
    }

    @Override
    public Keep item() {
      return rule;
    }
  }
}
