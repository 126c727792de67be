// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.whereto.decide.Description;
import org.whereto.decide.Description.Accepted;
import org.whereto.decide.Description.Condition;
import org.whereto.decide.Description.On;
import org.whereto.decide.Description.TaskType;
import org.whereto.platform.Disclosure;
import org.whereto.platform.Mounts;

/** The page for a person who opens the address of one platform. */
public final class PlatformPage {

  /** Host and port as they may stand in an address; anything else is not repeated. */
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:\\[\\]-]{1,255}+");

  private static final String UNKNOWN_HOST = "HOST";

  /** What an example may ask, by the field of taskinfo. */
  private static final Map<String, String> SAMPLES =
      Map.of(
          "languages", "{python}",
          "image", "docker.io/library/python:3.13",
          "repository", "https://github.com/binder-examples/requirements");

  private final Description description;
  private final String name;
  private final String server;

  private PlatformPage(Description description, String name, String server) {
    this.description = description;
    this.name = name;
    this.server = server;
  }

  /**
   * The page.
   *
   * @param name under which the platform stands; {@link Mounts#ROOT} at the root
   * @param server scheme and host, for an example that can be copied: see {@link #server}
   */
  public static String of(Description description, String name, String server) {
    return new PlatformPage(description, name, server).page();
  }

  /**
   * The address of the server as its client knows it.
   *
   * @param host the header {@code Host}
   * @param scheme the header {@code X-Forwarded-Proto} of whoever stands before the server
   */
  public static String server(String host, String scheme) {
    return (scheme.equals("https") ? "https://" : "http://")
        + (HOST.matcher(host).matches() ? host : UNKNOWN_HOST);
  }

  private String page() {
    String title = description.title().isBlank() ? "Execution Planner" : description.title();
    String body =
        """
        <h1>%s</h1>
        <p>Can your task run here? This service answers that before anything is moved: YES, with the
        services that run it and how to reach them, or NO, with the reasons. Asking runs nothing and
        reserves nothing. The questions and answers are those of the IVOA's Execution Planner.</p>
        <h2>What runs here</h2>
        %s%s<h2>For programs</h2>
        %s\
        """
            .formatted(
                Html.text(title),
                description.tasktypes().stream()
                    .map(PlatformPage::section)
                    .collect(Collectors.joining()),
                description.tasktypes().stream().findFirst().map(this::example).orElse(""),
                Html.list(documents()));
    return FrontPage.framed(title, body);
  }

  private List<String> documents() {
    List<String> all = new ArrayList<>();
    all.add(
        "This platform, as data: "
            + Html.link("description", "JSON")
            + ", "
            + Html.link("description?RESPONSEFORMAT=yaml", "YAML")
            + ", "
            + Html.link("description?RESPONSEFORMAT=xml", "XML"));
    all.addAll(FrontPage.documents(name.equals(Mounts.ROOT) ? "" : "../"));
    return all;
  }

  private static String section(TaskType type) {
    StringBuilder out = new StringBuilder("<section>\n<h3>");
    out.append(Html.code(type.name())).append("</h3>\n");
    if (!type.synonyms().isEmpty()) {
      out.append("<p class=\"dim\">also called ")
          .append(type.synonyms().stream().map(Html::code).collect(Collectors.joining(", ")))
          .append("</p>\n");
    }
    type.accepted().forEach(accepted -> out.append(accepted(accepted)));
    return out.append("</section>\n").toString();
  }

  private static String accepted(Accepted accepted) {
    String where =
        accepted.on().stream()
            .map(on -> Html.code(on.servicetype()))
            .collect(Collectors.joining(", "));
    List<String> conditions = conditions(accepted);
    if (accepted.told() == Disclosure.NONE) {
      return "<p>runs on " + where + "; the conditions are not told</p>\n";
    }
    return conditions.isEmpty()
        ? "<p>runs on " + where + "</p>\n"
        : "<p>runs on " + where + " if</p>\n" + Html.list(conditions);
  }

  private static List<String> conditions(Accepted accepted) {
    List<String> all = new ArrayList<>();
    accepted.conditions().forEach(condition -> all.addAll(texts(condition)));
    for (On on : accepted.on()) {
      on.conditions()
          .forEach(condition ->
              texts(condition)
                  .forEach(text -> all.add("on " + Html.code(on.servicetype()) + ": " + text)));
    }
    if (accepted.required() && !all.isEmpty()) {
      all.add("the question must say what these look at");
    }
    return all;
  }

  private static List<String> texts(Condition condition) {
    return condition.demands().isEmpty()
        ? List.of("the check " + Html.code(condition.check()) + " holds")
        : condition.demands().stream().map(Html::text).toList();
  }

  private String example(TaskType type) {
    Optional<String> field =
        type.fields().stream()
            .map(Description.Field::name)
            .filter(SAMPLES::containsKey)
            .findFirst();
    String query = "accepts?tasktype=" + Html.address(type.name());
    String more = field.map(name -> "&taskinfo." + name + "=" + SAMPLES.get(name)).orElse("");
    String base = server + "/" + (name.equals(Mounts.ROOT) ? "" : Html.address(name) + "/");
    return """
    <h2>Ask</h2>
    <p>With curl (<code>-g</code> leaves the braces as they are):</p>
    <pre>curl -g '%s'</pre>
    <p>Or in the browser: %s</p>
    """
        .formatted(
            Html.text(base + query + more),
            Html.link(query, "does any " + Html.code(type.name()) + " run here?"));
  }
}
