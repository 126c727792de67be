// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.data;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.whereto.systems.fetch.Deadline;
import org.whereto.systems.fetch.Errand;
import org.whereto.systems.fetch.Errand.Method;
import org.whereto.systems.fetch.Fetch;
import org.whereto.systems.fetch.FetchUrl;
import org.whereto.systems.fetch.Fetched;
import org.whereto.systems.fetch.Unanswered;
import org.whereto.task.DataItem;
import org.whereto.task.DataItem.S3Object;
import org.whereto.tree.BadInput;
import org.whereto.world.Replica;

/** What an S3 service says of its objects (HeadObject), asked with the owner's keys or none. */
final class S3Objects implements DataSystem {

  /** Where neither the owner nor the item names one. */
  private static final String USUAL_REGION = "us-east-1";

  private static final String BUCKET_REGION = "x-amz-bucket-region";
  private static final int LONGEST_REGION = 64;

  /** The class of an archive from which objects are read like any others. */
  private static final String READ_AT_ONCE = "GLACIER_IR";

  /** A copy of what lies in an archive is there. */
  private static final String RESTORED = "ongoing-request=\"false\"";

  /** What a service says of why it refuses is short. */
  private static final int MOST_BYTES = 16 * 1024;

  private final S3Settings settings;
  private final Contact contact;

  S3Objects(S3Settings settings, Fetch fetch, Ticker ticker) {
    this.settings = settings;
    this.contact = new Contact("The S3 service", fetch, ticker::read);
  }

  @Override
  public Optional<Asking> about(DataItem item) throws BadInput {
    if (!(item instanceof S3Object object) || !settings.isOf(object)) {
      return Optional.empty();
    }
    FetchUrl url =
        settings.endpoint().at("/" + object.bucket() + "/" + PercentEncoded.path(object.object()));
    return Optional.of(deadline -> ask(object, url, deadline));
  }

  private Replica ask(S3Object object, FetchUrl url, Deadline deadline) throws Unanswered {
    String region = object.region().or(settings::region).orElse(USUAL_REGION);
    Fetched.Got got = send(Method.HEAD, url, region, deadline);
    Optional<String> other =
        got.header(BUCKET_REGION).filter(told -> !told.equals(region) && isRegion(told));
    if (got.status() == 400 && other.isPresent() && object.region().isEmpty()) {
      got = send(Method.HEAD, url, other.get(), deadline);
    }
    return switch (got.status()) {
      case 200 -> found(object, got);
      case 404 -> throw Unanswered.absent();
      case 401, 403 -> throw forbidden(url, region, deadline);
      default -> throw other.isPresent() ? elsewhere() : contact.strange(got.status());
    };
  }

  private Replica found(S3Object object, Fetched.Got got) throws Unanswered {
    Optional<String> told = got.header(BUCKET_REGION);
    if (told.isPresent() && object.region().isPresent() && !told.equals(object.region())) {
      throw elsewhere();
    }
    if (isArchived(got)) {
      throw contact.refused(" has it in an archive, from which it has to be restored first.");
    }
    return new Replica(List.of(), Told.length(got, contact));
  }

  /** Whether it is listed and cannot be read (S3 API, HeadObject: storage class and restore). */
  private static boolean isArchived(Fetched.Got got) {
    String storage = got.header("x-amz-storage-class").orElse("").toUpperCase(Locale.ROOT);
    boolean isOfArchive =
        storage.contains("ARCHIVE")
            || (storage.contains("GLACIER") && !storage.equals(READ_AT_ONCE))
            || got.header("x-amz-archive-status").isPresent();
    String restore = got.header("x-amz-restore").orElse("").replace(" ", "");
    return isOfArchive && !restore.startsWith(RESTORED);
  }

  private Unanswered elsewhere() {
    return contact.refused(" has the bucket in another region.");
  }

  /**
   * Why it was refused. An answer to HEAD has no body to say it; what is asked for to hear it is
   * one byte, should it be given after all.
   */
  private Unanswered forbidden(FetchUrl url, String region, Deadline deadline) throws Unanswered {
    if (settings.keys().isEmpty()) {
      return contact.refused(" does not show it to just anybody: it may not be there, either.");
    }
    Fetched.Got got = send(Method.GET, url, region, deadline);
    return switch (S3Refusal.of(got.body())) {
      case KEYS ->
          contact.refused(
              " does not accept the keys of this platform: its owner has to look at them.");
      case CLOCK ->
          contact.refused(
              " finds that the clock of this platform is wrong: its owner has to look at it.");
      case OTHER ->
          contact.refused(" does not show it to this platform: it may not be there, either.");
    };
  }

  private Fetched.Got send(Method method, FetchUrl url, String region, Deadline deadline)
      throws Unanswered {
    Map<String, String> headers = new HashMap<>();
    if (settings.keys().isPresent()) {
      S3Settings.Keys keys = settings.keys().get();
      S3Signature signature = new S3Signature(keys.access(), keys.secret().secret(), region);
      headers.putAll(signature.headers(method, url, Instant.now()));
    }
    if (method.equals(Method.GET)) {
      headers.put("Range", "bytes=0-0");
    }
    return contact.send(new Errand(method, url, headers, MOST_BYTES, deadline));
  }

  private static boolean isRegion(String told) {
    return told.length() <= LONGEST_REGION && Headers.isSendable(told) && told.indexOf('/') < 0;
  }
}
