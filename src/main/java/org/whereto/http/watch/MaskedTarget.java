// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whereto.http.watch.Words.Found;
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

  /** How many pairs there were behind the last unclear one: what is before it is masked already. */
  private int settled;

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
    Optional<PairName> known = PairName.of(name);
    boolean ofTheContract = known.map(PairName::isOfTheContract).orElse(false);
    if (known.isEmpty() || (!ofTheContract && mayEndInUser(value))) {
      unclear(value);
      return;
    }
    PairName plain = known.get();
    Found secret = Masking.secretName(plain.text());
    if ((!ofTheContract && isBehindMask()) || isSecret(plain.text(), secret)) {
      pairs.add(new Shown(Masking.MASK, masked(value), ofTheContract));
    } else if (secret.isThere()) {
      String more = secret.end() < plain.text().length() ? Masking.MASK : "";
      String shown = plain.text().substring(0, secret.end()) + more;
      pairs.add(new Shown(shown, masked(value), ofTheContract));
    } else {
      String shown = ofTheContract ? value(plain, value) : masked(value);
      pairs.add(new Shown(name, shown, ofTheContract));
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
    while (before >= settled && !pairs.get(before).ofTheContract()) {
      pairs.set(before--, new Shown(Masking.MASK, masked("="), false));
    }
    if (before >= settled) {
      pairs.set(before, new Shown(pairs.get(before).name(), masked("="), true));
    } else if (settled == 0 && !isPlainPath()) {
      path = Masking.MASK;
    }
    pairs.add(new Shown(Masking.MASK, masked(value), false));
    settled = pairs.size();
  }

  /** Whether no user and password can stand in the path. */
  private boolean isPlainPath() {
    return path.startsWith("/") && !path.startsWith("//") && path.indexOf(':') < 0;
  }

  private static String value(PairName name, String value) {
    if (value.isEmpty()) {
      return value;
    }
    String raw = value.substring(1);
    return switch (name.holds()) {
      case TEXT -> "=" + Masking.text(raw);
      case DOCUMENT_OR_URL -> "=" + url(raw);
      case DOCUMENT -> masked(value);
    };
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
