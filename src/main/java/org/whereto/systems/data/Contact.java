// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.data;

import java.util.function.LongSupplier;
import org.whereto.systems.fetch.Errand;
import org.whereto.systems.fetch.Fetch;
import org.whereto.systems.fetch.FetchUrl;
import org.whereto.systems.fetch.Fetched;
import org.whereto.systems.fetch.Pulse;
import org.whereto.systems.fetch.Unanswered;

/**
 * The way to one system. It is asked by only so many at once, and left alone for a while when it
 * was dead several times in a row. What goes wrong is told by what kind of system it is: where it
 * stands is the owner's business.
 */
final class Contact {

  private static final int TOO_MANY = 429;
  private static final int TIMEOUT = 408;
  private static final int SERVER = 500;
  private static final int NOT_IMPLEMENTED = 501;

  private final String who;
  private final Fetch fetch;
  private final Pulse pulse;
  private final Life life;

  /** By what it shows that a system is dead. */
  enum Life {
    /** It gives no answer. */
    ANSWERS,
    /** It takes no connection: what is asked there callers choose, of which some may be slow. */
    CONNECTS
  }

  /**
   * @param who as a sentence begins with it: {@code The Rucio server}
   * @param clock like {@link System#nanoTime()}
   */
  Contact(String who, Fetch fetch, LongSupplier clock) {
    this(who, fetch, clock, Life.ANSWERS);
  }

  Contact(String who, Fetch fetch, LongSupplier clock, Life life) {
    this.who = who;
    this.fetch = fetch;
    this.life = life;
    this.pulse = new Pulse(clock);
  }

  /** Whatever it answers, unless it has trouble. */
  Fetched.Got send(Errand errand) throws Unanswered {
    requireAlive();
    if (!pulse.takeTurn(errand.deadline())) {
      throw down(" is asked too much at once.");
    }
    try {
      // Others may have waited in vain while this one waited for its turn.
      requireAlive();
      return sent(errand);
    } finally {
      pulse.giveBackTurn();
    }
  }

  private void requireAlive() throws Unanswered {
    if (pulse.isPaused()) {
      throw down(" did not answer a moment ago.");
    }
  }

  private Fetched.Got sent(Errand errand) throws Unanswered {
    switch (fetch.fetch(errand)) {
      case Fetched.Got got -> {
        pulse.answered();
        requireNoTrouble(got.status());
        return got;
      }
      case Fetched.Down down -> {
        if (life == Life.ANSWERS || down.isUnreachable(errand.url())) {
          pulse.wasSilent();
        }
        throw Unanswered.down(told(errand.url(), down.why()));
      }
      case Fetched.Refused(String why) -> throw Unanswered.refused(told(errand.url(), why));
    }
  }

  private void requireNoTrouble(int status) throws Unanswered {
    if (status == TOO_MANY) {
      pulse.pause(Pulse.PAUSE);
      throw down(" lets nobody from here ask more for now.");
    }
    if (status == TIMEOUT || (status >= SERVER && status != NOT_IMPLEMENTED)) {
      throw down(" has trouble (status " + status + ").");
    }
  }

  /** What a fetch told, of the system instead of its host, and without a remedy for callers. */
  private String told(FetchUrl url, String why) {
    int remedy = why.indexOf(": ");
    String bare = remedy < 0 ? why : why.substring(0, remedy) + ".";
    String told =
        bare.startsWith(url.host() + " ") ? who + bare.substring(url.host().length()) : bare;
    return told.contains(url.host()) ? who + " gave no answer that can be used." : told;
  }

  /** It cannot be told now; the sentence goes on behind what the system is. */
  Unanswered down(String sentence) {
    return Unanswered.down(who + sentence);
  }

  /** It cannot be told; the sentence goes on behind what the system is. */
  Unanswered refused(String sentence) {
    return Unanswered.refused(who + sentence);
  }

  /** An answer that follows no rules. */
  Unanswered unreadable() {
    return refused(" gave an answer that cannot be read.");
  }

  /** A status that such systems do not have for an item. */
  Unanswered strange(int status) {
    return refused(" answered as such a system does not (status " + status + ").");
  }
}
