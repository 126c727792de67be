// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.whereto.systems.fetch.Body;
import org.whereto.systems.fetch.Errand;
import org.whereto.systems.fetch.Fetch;
import org.whereto.systems.fetch.FetchUrl;
import org.whereto.systems.fetch.Fetched;
import org.whereto.tree.BadInput;

/** Registries without a network: what they keep by URL, and every errand that came. */
final class PaperRegistry implements Fetch {

  static final String BASE = "https://registry.example.org/v2/";

  private final Map<String, Function<Errand, Fetched>> replies = new ConcurrentHashMap<>();
  private final List<Errand> errands = new CopyOnWriteArrayList<>();

  @Override
  public Fetched fetch(Errand errand) {
    errands.add(errand);
    Function<Errand, Fetched> reply = replies.get(errand.url().toString());
    return reply == null
        ? json(404, "{\"errors\": [{\"code\": \"MANIFEST_UNKNOWN\"}]}").apply(errand)
        : reply.apply(errand);
  }

  /** Every URL that was asked for, in order. */
  List<String> asked() {
    return errands.stream().map(errand -> errand.url().toString()).toList();
  }

  long asked(String ending) {
    return asked().stream().filter(url -> url.endsWith(ending)).count();
  }

  List<Errand> errands() {
    return List.copyOf(errands);
  }

  void on(String url, Function<Errand, Fetched> reply) {
    replies.put(url, reply);
  }

  /** Keeps an image, and lets a tag lead to it. */
  void push(String repository, String tag, PaperImage image) {
    manifest(repository, tag, PaperImage.OCI_MANIFEST, image.manifest());
    blob(repository, image.config());
  }

  /** Keeps an index of these images, and lets a tag lead to it. */
  void pushIndex(String repository, String tag, PaperImage... images) {
    String[] entries = new String[images.length];
    for (int i = 0; i < images.length; i++) {
      entries[i] = images[i].entry();
      push(repository, PaperImage.digest(images[i].manifest()), images[i]);
    }
    manifest(repository, tag, PaperImage.OCI_INDEX, PaperImage.index(entries));
  }

  /** Keeps a manifest, and lets a tag lead to it. */
  void manifest(String repository, String tag, String type, String manifest) {
    String digest = PaperImage.digest(manifest);
    Map<String, String> headers = Map.of("content-type", type, "docker-content-digest", digest);
    on(BASE + repository + "/manifests/" + tag, reply(200, headers, manifest));
    on(BASE + repository + "/manifests/" + digest, reply(200, headers, manifest));
  }

  void blob(String repository, String content) {
    on(
        BASE + repository + "/blobs/" + PaperImage.digest(content),
        reply(200, Map.of("content-type", "application/octet-stream"), content));
  }

  static Function<Errand, Fetched> json(int status, String body) {
    return reply(status, Map.of("content-type", "application/json"), body);
  }

  static Function<Errand, Fetched> reply(int status, Map<String, String> headers, String body) {
    return errand -> new Fetched.Got(status, headers, new Body(body.getBytes(UTF_8)), errand.url());
  }

  /** A reply for those who show a token; a challenge for all others. */
  static Function<Errand, Fetched> guarded(
      String challenge, String token, Function<Errand, Fetched> reply) {
    Map<String, String> headers = new HashMap<>(Map.of("www-authenticate", challenge));
    return errand ->
        errand.headers().getOrDefault("Authorization", "").equals("Bearer " + token)
            ? reply.apply(errand)
            : reply(401, headers, "").apply(errand);
  }

  /** A reply that came from elsewhere, after a redirect. */
  static Function<Errand, Fetched> from(String url, Function<Errand, Fetched> reply) {
    return errand -> {
      Fetched.Got got = (Fetched.Got) reply.apply(errand);
      return new Fetched.Got(got.status(), got.headers(), got.body(), url(url));
    };
  }

  static FetchUrl url(String text) {
    try {
      return FetchUrl.of(text);
    } catch (BadInput fault) {
      throw new AssertionError(fault.sentence(), fault);
    }
  }
}
