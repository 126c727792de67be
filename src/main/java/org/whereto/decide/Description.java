// SPDX-License-Identifier: Apache-2.0
package org.whereto.decide;

import java.util.List;
import java.util.Optional;
import org.whereto.platform.Disclosure;

/**
 * What a platform accepts, as far as one caller may know it: plain texts, for people and for
 * programs that choose what to send.
 *
 * @param title what people call the platform
 * @param tasktypes in the owner's order
 */
public record Description(String title, List<TaskType> tasktypes) {

  public Description {
    tasktypes = List.copyOf(tasktypes);
  }

  /**
   * One type of task that is understood.
   *
   * @param name its own name
   * @param synonyms other names of it
   * @param kind what its taskinfo looks like; empty if it is matched by name alone
   * @param fields those of its taskinfo that are read, the subject first
   * @param format the media type in which its contents are best sent; all others are taken too
   * @param accepted the ways to be accepted: one is enough
   */
  public record TaskType(
      String name,
      List<String> synonyms,
      String kind,
      List<Field> fields,
      Optional<String> format,
      List<Accepted> accepted) {

    public TaskType {
      synonyms = List.copyOf(synonyms);
      fields = List.copyOf(fields);
      accepted = List.copyOf(accepted);
    }
  }

  /**
   * A member of taskinfo.
   *
   * @param isContent whether it holds a document, or a URL of one
   */
  public record Field(String name, boolean isContent) {}

  /**
   * One acceptance, or all of which nothing is told.
   *
   * @param on the interfaces that may be offered, in the owner's order
   * @param told how much of the conditions is told
   * @param required whether a question that does not name its subject is a NO; false if not told
   * @param conditions all must hold; empty if not told
   */
  public record Accepted(
      List<On> on, Disclosure told, boolean required, List<Condition> conditions) {

    public Accepted {
      on = List.copyOf(on);
      conditions = List.copyOf(conditions);
    }
  }

  /**
   * An interface.
   *
   * @param conditions what must hold for it to be offered, beside those of the acceptance
   */
  public record On(String servicetype, List<Condition> conditions) {

    public On {
      conditions = List.copyOf(conditions);
    }
  }

  /**
   * A check.
   *
   * @param check its name
   * @param demands what it wants, in short texts; empty if not told
   */
  public record Condition(String check, List<String> demands) {

    public Condition {
      demands = List.copyOf(demands);
    }
  }
}
