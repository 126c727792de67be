// SPDX-License-Identifier: Apache-2.0
package org.whereto.wire;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Keep;

/**
 * A question that came as {@code application/x-www-form-urlencoded}: read as a {@link Query}. That
 * is also what {@code curl -d} says of every document it sends, so these are told apart.
 */
public final class Form implements WithResponseFormat {

  private static final String MARK = "\u00EF\u00BB\u00BF";

  private final String raw;
  private final Query pairs;

  private Form(String raw, RequestLimits limits) {
    this.raw = raw;
    this.pairs = Query.ofForm(raw, limits);
  }

  /** The question of a body. */
  public static Form of(byte[] body, RequestLimits limits) {
    String raw = new String(body, StandardCharsets.ISO_8859_1);
    return new Form(raw.startsWith(MARK) ? raw.substring(MARK.length()) : raw, limits);
  }

  /** The same under the usual limits. */
  public static Form of(byte[] body) {
    return of(body, RequestLimits.USUAL);
  }

  @Override
  public String tasktype() throws BadInput {
    try {
      return pairs.tasktype();
    } catch (BadInput fault) {
      Optional<String> document = document();
      throw fault.code().equals("tasktype.missing") && document.isPresent()
          ? sentAsForm(document.get())
          : fault;
    }
  }

  @Override
  public Task task(Keep taskinfo) throws BadInput {
    tasktype();
    return pairs.task(taskinfo);
  }

  @Override
  public Optional<String> responseFormat() throws BadInput {
    return pairs.responseFormat();
  }

  /** What the body looks like, {@code json} or {@code yaml}; nothing if it may be a form. */
  private Optional<String> document() {
    String start = raw.stripLeading();
    if (start.startsWith("{") || start.startsWith("[") || start.startsWith("\"")) {
      return Optional.of("json");
    }
    // A form never holds a bare blank or line break.
    boolean blanks = raw.chars().anyMatch(c -> c == ' ' || c == '\n');
    return blanks && raw.contains(":") ? Optional.of("yaml") : Optional.empty();
  }

  private static BadInput sentAsForm(String format) {
    return new BadInput(
        "form.not-a-form",
        "This looks like a document but was sent as a form, as curl -d does. Send it with curl -H"
            + " 'Content-Type: application/"
            + format
            + "' --data-binary @file");
  }
}
