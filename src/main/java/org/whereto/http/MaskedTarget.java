// SPDX-License-Identifier: Apache-2.0
package org.whereto.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.whereto.http.Words.Found;
import org.whereto.task.Task;
import org.whereto.task.Urls;
import org.whereto.tree.Tree;

/**
 * What may be shown of a request's target. Only members of the Task and what DALI names show their
 * values, and of these no content of documents and nothing that {@link Masking} hides.
 *
 * <p>Where a pair looks like the rest of the one before it (a password with a bare {@code &} in
 * it), both are masked.
 */
final class MaskedTarget {

  /** Root names of the contract (wire.md, section 1.1), in lower case. */
  private static final Set<String> CONTRACT =
      Set.of(
          Task.TASKTYPE,
          Task.TASKINFO,
          Task.RESOURCES,
          Task.DATA,
          "responseformat",
          "request",
          "version",
          "runid");

  /** Names whose values are whole documents where nothing stands below them. */
  private static final Set<String> TREES = Set.of(Task.TASKINFO, Task.RESOURCES, Task.DATA);

  /** Fields that hold the content of documents, or the URL of one. */
  private static final Set<String> CONTENT = Set.of("composefile", "notebook", "files");

  private static final int LONGEST_NAME = 200;

  /**
   * One pair as it is shown.
   *
   * @param value with its {@code =}; empty where there is none
   */
  private record Shown(String name, String value, boolean ofTheContract) {
    boolean isMasked() {
      return MaskedTarget.isMasked(name) || MaskedTarget.isMasked(value);
    }
  }

  private String path;
  private final List<Shown> pairs = new ArrayList<>();

  private MaskedTarget(String path) {
    this.path = path;
  }

  /**
   * What may be shown.
   *
   * @param raw the target as sent
   * @param platform the name of the platform that was asked; empty if none was or it has none
   */
  static String of(String raw, String platform) {
    int mark = raw.indexOf('?');
    String path = path(mark < 0 ? raw : raw.substring(0, mark), platform);
    if (mark < 0) {
      return path;
    }
    MaskedTarget target = new MaskedTarget(path);
    for (String pair : raw.substring(mark + 1).split("&", -1)) {
      int equals = pair.indexOf('=');
      int end = equals < 0 ? pair.length() : equals;
      if (!pair.isEmpty()) {
        target.pair(pair.substring(0, end), pair.substring(end));
      }
    }
    return target.joined();
  }

  /** The name of a platform is the owner's, whatever word stands in it. */
  private static String path(String raw, String platform) {
    String own = "/" + platform;
    return !platform.isEmpty() && raw.startsWith(own + "/")
        ? own + Masking.text(raw.substring(own.length()))
        : Masking.text(raw);
  }

  /**
   * Adds one pair.
   *
   * @param value with its {@code =}; empty where there is none
   */
  private void pair(String name, String value) {
    Optional<String> plain = Unescaped.of(name).filter(MaskedTarget::isName);
    List<String> parts = plain.map(MaskedTarget::parts).orElse(List.of());
    boolean ofTheContract = !parts.isEmpty() && CONTRACT.contains(parts.getFirst());
    if (plain.isEmpty() || (!ofTheContract && mayEndInUser(value))) {
      unclear(value);
      return;
    }
    Found secret = Masking.secretName(plain.get());
    if ((!ofTheContract && isBehindMask()) || isSecret(plain.get(), secret)) {
      pairs.add(new Shown(Masking.MASK, masked(value), ofTheContract));
    } else if (secret.isThere()) {
      String more = secret.end() < plain.get().length() ? Masking.MASK : "";
      String shown = plain.get().substring(0, secret.end()) + more;
      pairs.add(new Shown(shown, masked(value), ofTheContract));
    } else {
      pairs.add(
          new Shown(name, ofTheContract ? value(parts, value) : masked(value), ofTheContract));
    }
  }

  /** What follows a secret may be the rest of it. */
  private boolean isBehindMask() {
    return pairs.isEmpty() ? isMasked(path) : pairs.getLast().isMasked();
  }

  /** Whether the name itself looks like a secret, and not like the name of one. */
  private static boolean isSecret(String name, Found secretName) {
    return !secretName.isThere() && isMasked(Masking.text(name));
  }

  /** Whether this may be the rest of a URL whose password has a bare {@code &} in it. */
  private static boolean mayEndInUser(String value) {
    return Unescaped.of(value).map(text -> text.indexOf('@') >= 0).orElse(true);
  }

  /** A name that is none may be the rest of a value before it, or of the path. */
  private void unclear(String value) {
    int before = pairs.size() - 1;
    while (before >= 0 && !pairs.get(before).ofTheContract()) {
      pairs.set(before--, new Shown(Masking.MASK, masked("="), false));
    }
    if (before >= 0) {
      pairs.set(before, new Shown(pairs.get(before).name(), masked("="), true));
    } else {
      path = Masking.MASK;
    }
    pairs.add(new Shown(Masking.MASK, masked(value), false));
  }

  private static boolean isName(String name) {
    for (int at = 0; at < name.length(); at++) {
      char c = name.charAt(at);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || "_.-[]/".indexOf(c) >= 0;
      if (!plain) {
        return false;
      }
    }
    return !name.isEmpty() && name.length() <= LONGEST_NAME;
  }

  /** The parts of a dotted name, in lower case, however its brackets are paired. */
  private static List<String> parts(String name) {
    List<String> parts = new ArrayList<>();
    String lower = name.toLowerCase(Locale.ROOT);
    int from = 0;
    for (int at = 0; at <= lower.length(); at++) {
      if (at == lower.length() || ".[]".indexOf(lower.charAt(at)) >= 0) {
        if (at > from) {
          parts.add(lower.substring(from, at));
        }
        from = at + 1;
      }
    }
    return parts;
  }

  private static String value(List<String> name, String value) {
    if (value.isEmpty()) {
      return value;
    }
    String raw = value.substring(1);
    boolean content = name.stream().anyMatch(CONTENT::contains);
    if (content && name.size() == 2) {
      return "=" + url(raw);
    }
    boolean document = content || (name.size() == 1 && TREES.contains(name.getFirst()));
    return document ? masked(value) : "=" + Masking.text(raw);
  }

  /** The URL of a document, without its query: that of a link which was signed opens it to all. */
  private static String url(String raw) {
    Optional<String> url = Unescaped.of(raw).filter(text -> Urls.of(Tree.text(text)).isPresent());
    if (url.isEmpty()) {
      return Masking.MASK;
    }
    int query = url.get().indexOf('?');
    return query < 0
        ? Masking.text(raw)
        : Masking.text(url.get().substring(0, query)) + "?" + Masking.MASK;
  }

  private static String masked(String value) {
    return value.isEmpty() ? value : "=" + Masking.MASK;
  }

  private static boolean isMasked(String value) {
    return value.contains(Masking.MASK);
  }

  private String joined() {
    StringBuilder all = new StringBuilder(path);
    char before = '?';
    for (Shown pair : pairs) {
      all.append(before).append(pair.name()).append(pair.value());
      before = '&';
    }
    return all.toString();
  }
}
