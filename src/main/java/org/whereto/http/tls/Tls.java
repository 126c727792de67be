// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.tls;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import org.whereto.http.settings.TlsSettings;
import org.whereto.http.tls.TlsStanding.Failing;
import org.whereto.tree.BadInput;

/**
 * TLS of one server, whose files are followed: what is good is taken over, for connections that
 * come from then on; of what is not the last good state stays. A new state counts when two looks in
 * a row saw it, since key and certificate are seldom exchanged in one moment.
 */
public final class Tls {

  private final TlsSettings settings;
  private final InstantSource clock;
  private final Consumer<String> news;
  private TlsFiles seen;
  private TlsFiles settled;
  private volatile TlsTerms terms;
  private volatile TlsStanding standing;

  private Tls(TlsSettings settings, InstantSource clock, Consumer<String> news) throws TlsFaults {
    this.settings = settings;
    this.clock = clock;
    this.news = news;
    this.seen = TlsFiles.look(settings);
    this.settled = seen;
    this.terms = seen.read(now());
    this.standing = new TlsStanding(now(), terms.until(), Optional.empty());
  }

  /**
   * Reads the files for the first time.
   *
   * @param news is told what later looks find, a sentence each
   * @throws BadInput {@code tls.faulty}; the sentence has a line for everything that is wrong
   */
  public static Tls open(TlsSettings settings, InstantSource clock, Consumer<String> news)
      throws BadInput {
    try {
      // Whoever begins anew within a connection makes a server work for nothing. Java asks this
      // when it first speaks TLS as a server.
      System.setProperty("jdk.tls.rejectClientInitiatedRenegotiation", "true");
      return new Tls(settings, clock, news);
    } catch (TlsFaults faulty) {
      throw new BadInput("tls.faulty", lines(faulty.all()));
    }
  }

  private static String lines(List<TlsFault> faults) {
    return faults.stream().map(TlsFault::toString).collect(Collectors.joining("\n"));
  }

  /** As precise as people and logs need it. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** The server's side of a new connection. */
  public SSLEngine engine() {
    return terms.engine();
  }

  /** How it fares. */
  public TlsStanding standing() {
    return standing;
  }

  /** Until the certificate that is shown expires; below zero when it has. */
  public double daysLeft() {
    return standing.daysLeft(clock.instant());
  }

  /** Who came with this connection, as far as it is trusted now. */
  public ClientCertificate client(SSLSession session) {
    return ClientCertificate.of(session, terms.trust(), clock.instant());
  }

  /** Looks once at the files, and takes over what has changed. */
  public synchronized void look() {
    TlsFiles before = seen;
    seen = TlsFiles.look(settings);
    boolean changed = !seen.isSameAs(settled);
    // What fails may become good by itself: a certificate that was not yet valid.
    if (seen.isSameAs(before) && (changed || standing.failing().isPresent())) {
      settled = seen;
      settle();
    }
  }

  private void settle() {
    Instant now = now();
    try {
      TlsTerms fresh = seen.read(now);
      terms = fresh;
      standing = new TlsStanding(now, fresh.until(), Optional.empty());
      news.accept(
          "The files of TLS have changed: the certificate is valid until " + fresh.until() + ".");
    } catch (TlsFaults faulty) {
      Optional<Failing> known = standing.failing();
      boolean told = known.map(Failing::faults).equals(Optional.of(faulty.all()));
      Failing failing = new Failing(known.map(Failing::since).orElse(now), faulty.all());
      standing = new TlsStanding(standing.since(), standing.until(), Optional.of(failing));
      if (!told) {
        news.accept("The files of TLS cannot be used: the last good ones stay.");
        faulty.all().forEach(fault -> news.accept(fault.toString()));
      }
    }
  }
}
