// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.whereto.systems.fetch.Deadline;
import org.whereto.systems.fetch.Fetched;
import org.whereto.systems.fetch.Flights;
import org.whereto.systems.fetch.Miss;
import org.whereto.systems.fetch.Unanswered;
import org.whereto.systems.registry.RegistryMemory.Stored;
import org.whereto.tree.BadInput;

/** Contents that are fetched where they are not in memory, each by one at a time only. */
final class FetchedContents implements RegistryContents {

  /** What registries take as a manifest (OCI Distribution, pushing manifests). */
  static final int MOST_BYTES = 4 << 20;

  private static final int MOST_UNDER_WAY = 2000;

  private final RegistryClient client;
  private final RegistryMemory memory;
  private final Deadline deadline;
  private final Flights<RegistryItem, Stored> flights;

  /** What several lookups share: the ways to registries and what came of them. */
  record Shared(
      RegistryClient client, RegistryMemory memory, Flights<RegistryItem, Stored> flights) {
    static Shared of(RegistryClient client, RegistryMemory memory) {
      return new Shared(client, memory, new Flights<>(MOST_UNDER_WAY));
    }
  }

  FetchedContents(Shared shared, Deadline deadline) {
    this.client = shared.client();
    this.memory = shared.memory();
    this.flights = shared.flights();
    this.deadline = deadline;
  }

  @Override
  public Manifest manifest(RegistryItem item) throws Unanswered {
    return KeptContents.asManifest(stored(item));
  }

  @Override
  public Manifest manifest(RegistryItem item, Descriptor descriptor) throws Unanswered {
    return KeptContents.asManifest(part(item, descriptor));
  }

  @Override
  public ImageConfiguration configuration(RegistryItem item, Descriptor descriptor)
      throws Unanswered {
    return KeptContents.asConfiguration(part(item, descriptor));
  }

  /** All at once, since each may have to be waited for. */
  @Override
  public <T, R> List<R> each(List<T> things, Each<T, R> each) throws Unanswered {
    if (things.size() == 1) {
      return List.of(each.of(things.getFirst()));
    }
    Flights<Integer, R> together = new Flights<>(things.size());
    List<CompletableFuture<R>> begun = new ArrayList<>();
    for (int i = 0; i < things.size(); i++) {
      T thing = things.get(i);
      begun.add(together.begin(i, () -> each.of(thing)));
    }
    List<R> results = new ArrayList<>();
    for (CompletableFuture<R> one : begun) {
      results.add(Flights.landed(one, deadline, late("The registry")));
    }
    return results;
  }

  private Stored part(RegistryItem item, Descriptor descriptor) throws Unanswered {
    if (descriptor.bytes() > MOST_BYTES) {
      throw Unanswered.refused("A part of the image that must be read is too large to be read.");
    }
    try {
      return KeptContents.fitting(stored(item), descriptor);
    } catch (Unanswered unanswered) {
      throw unanswered.miss() instanceof Miss.Absent
          ? Unanswered.refused(
              "The image is not whole: the registry "
                  + item.host().name()
                  + " does not have all of its parts.")
          : unanswered;
    }
  }

  private Stored stored(RegistryItem item) throws Unanswered {
    Optional<Stored> kept = memory.content(item);
    if (kept.isPresent()) {
      return kept.get();
    }
    return Flights.landed(
        flights.begin(item, () -> fetched(item)),
        deadline,
        late("The registry " + item.host().name()));
  }

  static String late(String who) {
    return who + " did not answer in time.";
  }

  private Stored fetched(RegistryItem item) throws Unanswered {
    Optional<Stored> meanwhile = memory.content(item);
    if (meanwhile.isPresent()) {
      return meanwhile.get();
    }
    Optional<Miss> missed = memory.missed(item);
    if (missed.isPresent()) {
      throw Unanswered.because(missed.get());
    }
    try {
      Fetched.Got got = client.get(item, MOST_BYTES, deadline);
      return verified(item, got).stored();
    } catch (Unanswered unanswered) {
      memory.miss(item, unanswered.miss());
      throw unanswered;
    }
  }

  /** A content with the digest that it has. */
  record Verified(Digest digest, Stored stored) {}

  /** Checks what a registry sent, and keeps it. */
  Verified verified(RegistryItem item, Fetched.Got got) throws Unanswered {
    byte[] bytes = got.body().bytes();
    try {
      Digest digest = digest(item, got);
      Stored stored =
          item.isManifest()
              ? manifest(got.header("content-type").orElse(""), bytes)
              : new Stored("", bytes.length, ConfigurationReader.read(bytes));
      memory.keep(item.isManifest() ? item.manifest(digest) : item, stored);
      return new Verified(digest, stored);
    } catch (BadInput fault) {
      throw Unanswered.unreadable(fault);
    }
  }

  private static Stored manifest(String contentType, byte[] bytes) throws BadInput {
    return new Stored(
        RegistryMedia.of(contentType), bytes.length, ManifestReader.read(contentType, bytes));
  }

  /** The digest that was asked for or that the registry names, both verified over the bytes. */
  private static Digest digest(RegistryItem item, Fetched.Got got) throws BadInput, Unanswered {
    byte[] bytes = got.body().bytes();
    Optional<String> named =
        item.isManifest() ? got.header("docker-content-digest") : Optional.empty();
    Digest digest = named.isPresent() ? Digest.of(named.get().strip()) : Digest.sha256Of(bytes);
    Digest asked = item.isPinned() ? Digest.of(item.reference()) : digest;
    if (!digest.isOf(bytes) || !asked.isOf(bytes)) {
      throw Unanswered.refused(
          "The registry "
              + item.host().name()
              + " sent other bytes than their digest says, which cannot be relied upon.");
    }
    return asked;
  }
}
