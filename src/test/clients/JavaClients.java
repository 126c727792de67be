// SPDX-License-Identifier: Apache-2.0
import static java.net.http.HttpRequest.BodyPublishers.noBody;
import static java.net.http.HttpRequest.BodyPublishers.ofFile;
import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What people ask with the two clients that Java has. Prints as the script curl beside it does.
 * Usage: java JavaClients.java BASE FOLDER
 */
final class JavaClients {

  private static final String LANGUAGES =
      "tasktype=uri://zeppelin-notebook&taskinfo.languages=" + encoded("{md,python,pyspark}");
  private static final String SCALA =
      "tasktype=uri://zeppelin-notebook&taskinfo.languages=" + encoded("{md,scala}");
  private static final Duration TIME = Duration.ofSeconds(20);

  private final String base;
  private final Path folder;
  private final HttpClient client = HttpClient.newHttpClient();

  private JavaClients(String base, Path folder) {
    this.base = base;
    this.folder = folder;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    JavaClients clients = new JavaClients(args[0], Path.of(args[1]));
    System.out.println("client\tJava " + System.getProperty("java.version"));
    clients.modern();
    clients.old();
  }

  private void modern() throws IOException, InterruptedException {
    send("languages: HttpClient, GET", question(LANGUAGES).GET());
    send("languages: HttpClient, GET, HTTP/1.1", question(LANGUAGES).version(Version.HTTP_1_1));
    send("scala: HttpClient, GET", question(SCALA).GET());
    send(
        "languages: HttpClient, JSON",
        question("")
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .POST(ofFile(folder.resolve("task.json"))));
    send("languages: HttpClient, YAML", question("").POST(ofFile(folder.resolve("task.yaml"))));
    send(
        "languages: HttpClient, form",
        question("")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(ofString(LANGUAGES)));
    send("head: HttpClient", question(LANGUAGES).method("HEAD", noBody()));
    send("unknown: HttpClient", question("tasktype=uri://nobody-takes-this").GET());
  }

  private HttpRequest.Builder question(String query) {
    String target = base + "/accepts" + (query.isEmpty() ? "" : "?" + query);
    return HttpRequest.newBuilder(URI.create(target)).timeout(TIME);
  }

  private void send(String what, HttpRequest.Builder question)
      throws IOException, InterruptedException {
    HttpResponse<String> reply = client.send(question.build(), BodyHandlers.ofString());
    String type = reply.headers().firstValue("Content-Type").orElse("");
    show(what, reply.statusCode(), type, reply.body());
  }

  private void old() throws IOException {
    read("languages: HttpURLConnection, GET", connection("?" + LANGUAGES));
    read("scala: HttpURLConnection, GET", connection("?" + SCALA));
    HttpURLConnection json = connection("");
    json.setRequestProperty("Content-Type", "application/json");
    write(json, Files.readAllBytes(folder.resolve("task.json")));
    read("languages: HttpURLConnection, JSON", json);
    HttpURLConnection form = connection("");
    write(form, LANGUAGES.getBytes(UTF_8));
    read("languages: HttpURLConnection, form", form);
    HttpURLConnection chunked = connection("");
    chunked.setRequestProperty("Content-Type", "application/yaml");
    chunked.setChunkedStreamingMode(0);
    write(chunked, Files.readAllBytes(folder.resolve("task.yaml")));
    read("languages: HttpURLConnection, YAML, chunked", chunked);
    HttpURLConnection head = connection("?" + LANGUAGES);
    head.setRequestMethod("HEAD");
    read("head: HttpURLConnection", head);
  }

  private HttpURLConnection connection(String query) throws IOException {
    URI target = URI.create(base + "/accepts" + query);
    HttpURLConnection connection = (HttpURLConnection) target.toURL().openConnection();
    connection.setConnectTimeout((int) TIME.toMillis());
    connection.setReadTimeout((int) TIME.toMillis());
    return connection;
  }

  private static void write(HttpURLConnection connection, byte[] body) throws IOException {
    connection.setDoOutput(true);
    try (OutputStream out = connection.getOutputStream()) {
      out.write(body);
    }
  }

  private static void read(String what, HttpURLConnection connection) throws IOException {
    int status = connection.getResponseCode();
    try (InputStream in =
        status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
      String type = connection.getContentType();
      show(what, status, type == null ? "" : type, new String(in.readAllBytes(), UTF_8));
    }
  }

  private static void show(String what, int status, String type, String body) {
    System.out.println(what + "\t" + status + "\t" + type + "\t" + body.replace('\n', ' '));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
