// SPDX-License-Identifier: Apache-2.0
package org.whereto.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.whereto.tree.Formats;
import org.whereto.tree.Tree;

/**
 * A hostile input in one place of one form of a request.
 *
 * @param place where the input stands, like {@code composefile as part}
 * @param headers further lines of its head
 */
public record HostileRequest(
    HostileInput input, String place, SentTask task, List<String> headers) {

  public static final String DOCUMENT = "document";
  public static final String AS_PART = " as part";

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /** Each octet as it may stand in a pair. */
  private static final List<String> ENCODED =
      IntStream.range(0, 256).mapToObj(HostileRequest::encoded).toList();

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String BOUNDARY = "0f8b1c53e0a94f0f9d";
  private static final String JUPYTER = "uri://jupyter-notebook";
  private static final String ZEPPELIN = "uri://zeppelin-notebook";
  private static final String BINDER = "uri://binder-notebook";
  private static final String COMPOSE = "uri://docker-compose";
  private static final String CONTAINER = "uri://docker-container";

  /** As long as the head of a request may be, with room for the rest of it. */
  private static final int LONGEST_QUERY = 12_000;

  @Override
  public String toString() {
    return input.name() + ", " + place;
  }

  /** The input in every place that fits its shape. */
  public static List<HostileRequest> of(HostileInput input) {
    return switch (input.shape()) {
      case DOCUMENT -> document(input);
      case TEXT -> text(input);
      case PARTS -> parts(input);
      case PAIRS -> pairs(input);
      case REQUEST -> List.of();
    };
  }

  /** As it goes over the wire. */
  public byte[] bytes() {
    return task.request("/accepts", headers);
  }

  private static List<HostileRequest> document(HostileInput input) {
    Into into = new Into(input);
    into.add(DOCUMENT + " in JSON", "application/json", input.octets());
    into.add(DOCUMENT + " in YAML", "application/yaml", input.octets());
    into.add(
        "taskinfo in JSON",
        "application/json",
        "{\"tasktype\": \"" + CONTAINER + "\", \"taskinfo\": " + input.octets() + "}");
    into.add(
        "taskinfo in YAML",
        "application/yaml",
        "tasktype: " + BINDER + "\ntaskinfo:\n  " + input.octets().replace("\n", "\n  "));
    into.add("composefile in JSON", "application/json", spliced(COMPOSE, input.octets()));
    into.add("notebook in YAML", "application/yaml", indented(JUPYTER, input.octets()));
    into.member(COMPOSE, "composefile");
    into.member(JUPYTER, "notebook");
    into.member(ZEPPELIN, "notebook");
    into.part(COMPOSE, "taskinfo.composefile", "c.yml");
    into.part(JUPYTER, "taskinfo.notebook", "n.ipynb");
    into.part(ZEPPELIN, "taskinfo.notebook", "n.zpln");
    into.part(BINDER, "taskinfo.files[environment.yml]", "environment.yml");
    into.part(CONTAINER, "taskinfo", "t.json");
    into.pair(FORM, COMPOSE, "taskinfo.composefile");
    into.pair("", JUPYTER, "taskinfo.languages");
    return into.requests();
  }

  private static List<HostileRequest> text(HostileInput input) {
    Into into = new Into(input);
    into.member(CONTAINER, "image");
    into.member(COMPOSE, "composefile");
    into.member(BINDER, "repository");
    into.part(ZEPPELIN, "taskinfo.languages", "");
    into.pair("", JUPYTER, "taskinfo.languages");
    into.pair(FORM, CONTAINER, "taskinfo.image");
    into.pair(FORM, BINDER, "taskinfo.[" + input.text().replace(']', ')') + "]");
    into.header("Accept: ");
    into.header("Authorization: Bearer ");
    into.add("raw pairs", FORM, "tasktype=" + CONTAINER + "&" + input.octets());
    into.add("the type", FORM, "tasktype=" + encoded(input.octets()));
    into.add(
        "an amount",
        FORM,
        "tasktype=" + CONTAINER + "&resources.mincores=" + encoded(input.octets()));
    return into.requests();
  }

  /** Behind a type, and where they fit into a query also there. */
  private static List<HostileRequest> pairs(HostileInput input) {
    Into into = new Into(input);
    into.add("pairs alone", FORM, input.octets());
    into.add("pairs behind a type", FORM, "tasktype=" + CONTAINER + "&" + input.octets());
    if (input.octets().length() < LONGEST_QUERY) {
      into.add("pairs in the query", "", "tasktype=" + CONTAINER + "&" + input.octets());
    }
    return into.requests();
  }

  private static List<HostileRequest> parts(HostileInput input) {
    String first =
        input
            .octets()
            .lines()
            .filter(line -> line.startsWith("--"))
            .findFirst()
            .orElse("--boundary");
    String boundary = first.substring(2).strip();
    String type = "multipart/form-data; boundary=\"" + boundary + "\"";
    String typed =
        "--"
            + boundary
            + "\r\nContent-Disposition: form-data; name=\"tasktype\"\r\n\r\n"
            + COMPOSE
            + "\r\n";
    Into into = new Into(input);
    into.add("parts", type, input.octets());
    into.add("parts behind a type", type, typed + input.octets());
    return into.requests();
  }

  private static String spliced(String type, String octets) {
    return "{\"tasktype\": \"" + type + "\", \"taskinfo\": {\"composefile\": " + octets + "}}";
  }

  private static String indented(String type, String octets) {
    return "tasktype: " + type + "\ntaskinfo:\n  notebook:\n    " + octets.replace("\n", "\n    ");
  }

  private static String encoded(String octets) {
    StringBuilder encoded = new StringBuilder(octets.length() * 2);
    octets.chars().forEach(octet -> encoded.append(ENCODED.get(octet)));
    return encoded.toString();
  }

  private static String encoded(int octet) {
    boolean plain = octet < 128 && Character.isLetterOrDigit(octet);
    return plain ? Character.toString(octet) : "%" + HEX.toHexDigits((byte) octet);
  }

  /** Requests as they are made. */
  private record Into(HostileInput input, List<HostileRequest> requests) {

    Into(HostileInput input) {
      this(input, new ArrayList<>());
    }

    void add(String place, String contentType, String octets) {
      requests.add(new HostileRequest(input, place, new SentTask(contentType, octets), List.of()));
    }

    /** As a header's value, if it can be one. */
    void header(String name) {
      String value = input.octets();
      if (value.length() < LONGEST_QUERY && value.chars().allMatch(c -> c >= ' ' && c < 0x7F)) {
        SentTask any = new SentTask("", "tasktype=" + CONTAINER + "&taskinfo.image=a");
        requests.add(new HostileRequest(input, name.strip(), any, List.of(name + value)));
      }
    }

    void member(String type, String name) {
      Tree info = Tree.build().put(name, Tree.text(input.text())).done();
      Tree task = Tree.build().put("tasktype", type).put("taskinfo", info).done();
      add(name + " as text", "application/json", new String(Formats.JSON.write(task), ISO_8859_1));
    }

    void part(String type, String name, String filename) {
      String file = filename.isEmpty() ? "" : "; filename=\"" + filename + "\"";
      String disposition = "Content-Disposition: form-data; name=\"";
      String body =
          "--"
              + BOUNDARY
              + "\r\n"
              + disposition
              + "tasktype\"\r\n\r\n"
              + type
              + "\r\n--"
              + BOUNDARY
              + "\r\n"
              + disposition
              + name
              + "\""
              + file
              + "\r\n\r\n"
              + input.octets()
              + "\r\n--"
              + BOUNDARY
              + "--\r\n";
      add(name + AS_PART, "multipart/form-data; boundary=" + BOUNDARY, body);
    }

    /** In a form, or in a query if that is not too long. */
    void pair(String contentType, String type, String name) {
      String key = encoded(new String(name.getBytes(UTF_8), ISO_8859_1));
      String pairs =
          "tasktype="
              + type
              + "&"
              + key.replace("%2E", ".").replace("%5B", "[").replace("%5D", "]")
              + "="
              + encoded(input.octets());
      if (!contentType.isEmpty() || pairs.length() < LONGEST_QUERY) {
        String place = name.length() > 40 ? "a name" : name;
        add(place + (contentType.isEmpty() ? " in the query" : " in a form"), contentType, pairs);
      }
    }
  }
}
