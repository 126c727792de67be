// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.whereto.platform.Mounts;

/**
 * The page for a person who opens the address of a server. It needs nothing but itself, and all its
 * links are relative, so that it may stand behind any other address.
 */
public final class FrontPage {

  private static final String STYLE =
      """
      :root { color-scheme: light dark; --ink: #1b1f24; --paper: #fff; --soft: #f3f5f7;
        --line: #d4d9df; --link: #0b57b0; --dim: #57606a; }
      @media (prefers-color-scheme: dark) {
        :root { --ink: #e4e7eb; --paper: #14171b; --soft: #1e2329; --line: #3a414a;
          --link: #84b8ff; --dim: #a3adb8; } }
      body { margin: 0; background: var(--paper); color: var(--ink);
        font: 1rem/1.55 system-ui, sans-serif; }
      main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
      h1 { font-size: 1.9rem; line-height: 1.2; margin: 1rem 0; }
      h2 { font-size: 1.25rem; margin: 2.5rem 0 .75rem; }
      h3 { font-size: 1rem; margin: 0; }
      h1, h3, p, li { overflow-wrap: anywhere; }
      code { font: .92em/1.5 ui-monospace, monospace; }
      section { border: 1px solid var(--line); border-radius: .5rem; padding: .9rem 1rem;
        margin: 0 0 .9rem; }
      section p, section ul { margin: .4rem 0 0; }
      ul { padding-left: 1.2rem; }
      pre { background: var(--soft); border: 1px solid var(--line); border-radius: .5rem;
        padding: .8rem 1rem; white-space: pre-wrap; overflow-wrap: anywhere; }
      a { color: var(--link); }
      .dim { color: var(--dim); }
      """;

  /** What the page may do: show itself in this style, and nothing else. */
  public static final String POLICY =
      "default-src 'none'; style-src 'sha256-"
          + hash(STYLE)
          + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private FrontPage() {}

  /** The page of a server of several platforms. */
  public static String of(Mounts mounts) {
    List<String> platforms = new ArrayList<>();
    mounts
        .byName()
        .forEach((name, serving) -> {
          String title = serving.platform().title();
          String shown = Html.text(title.isBlank() ? name : title);
          String path = Html.address(name) + "/";
          platforms.add(
              Html.link("./" + path, shown) + " <span class=\"dim\">/" + path + "</span>");
        });
    String body =
        """
        <h1>Where can this task run?</h1>
        <p>Each of these platforms answers that before anything is moved: YES, with the services
        that run a task and how to reach them, or NO, with the reasons. Asking runs nothing and
        reserves nothing. The questions and answers are those of the IVOA's Execution Planner.</p>
        <h2>Platforms</h2>
        %s<h2>For programs</h2>
        %s\
        """
            .formatted(
                platforms.isEmpty() ? "<p>None at the moment.</p>\n" : Html.list(platforms),
                Html.list(documents("")));
    return framed("Where can this task run?", body);
  }

  /**
   * A whole page.
   *
   * @param title a text
   * @param body markup
   */
  static String framed(String title, String body) {
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <title>%s</title>
    <style>%s</style>
    </head>
    <body>
    <main>
    %s</main>
    </body>
    </html>
    """
        .formatted(Html.text(title), STYLE, body);
  }

  /**
   * What the server has for all its platforms.
   *
   * @param up from the page to the root of the server
   */
  public static List<String> documents(String up) {
    return List.of(
        "The interface, in OpenAPI: "
            + Html.link(up + "openapi.yaml", "YAML")
            + ", "
            + Html.link(up + "openapi.json", "JSON"),
        "Schemas: "
            + Html.link(up + "schema/answer.json", "answer")
            + ", "
            + Html.link(up + "schema/answer.xsd", "answer in XML")
            + ", "
            + Html.link(up + "schema/task.json", "task")
            + ", "
            + Html.link(up + "schema/problem.json", "problem")
            + ", "
            + Html.link(up + "schema/description.json", "description"),
        "Health: "
            + Html.link(up + "health/live", "live")
            + ", "
            + Html.link(up + "health/ready", "ready"));
  }

  private static String hash(String style) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return Base64.getEncoder()
          .encodeToString(digest.digest(style.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256.", impossible);
    }
  }
}
