// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.whereto.systems.fetch.Body;
import org.whereto.systems.fetch.Deadline;
import org.whereto.systems.fetch.Errand;
import org.whereto.systems.fetch.Fetch;
import org.whereto.systems.fetch.Fetched;
import org.whereto.systems.fetch.Unanswered;

/** Asks a service for the groups of a caller, with the caller's own token (IVOA GMS 1.0). */
final class GroupService {

  private static final int OK = 200;
  private static final int MOST_BYTES = 256 * 1024;
  private static final int MOST_GROUPS = 10_000;

  /** The names of groups that an IVOA identifier can end with. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._~/:@!$&'()*+,;=%-]{1,256}");

  private final IssuerSettings issuer;
  private final GroupServiceSettings settings;
  private final Fetch fetch;

  GroupService(IssuerSettings issuer, GroupServiceSettings settings, Fetch fetch) {
    this.issuer = issuer;
    this.settings = settings;
    this.fetch = fetch;
  }

  /**
   * All groups in which the owner of this token is a member.
   *
   * @throws Unanswered also where it does not know the caller: a rule may want that somebody is no
   *     member, and that nobody has said
   */
  List<String> groups(String token) throws Unanswered {
    Errand errand =
        new Errand(
            settings.search(),
            Map.of("Accept", "text/plain", "Authorization", "Bearer " + token),
            MOST_BYTES,
            Deadline.in(issuer.time()));
    return switch (fetch.fetch(errand)) {
      case Fetched.Got got when got.status() == OK -> read(got.body());
      case Fetched.Got _ -> throw down("does not tell the groups of this caller");
      case Fetched.Down _ -> throw down("does not answer");
      case Fetched.Refused _ -> throw down("sends to where this platform may not ask");
    };
  }

  private List<String> read(Body body) throws Unanswered {
    List<String> groups = new ArrayList<>();
    String own = settings.id() + "?";
    for (String line : new String(body.bytes(), UTF_8).lines().limit(MOST_GROUPS + 1).toList()) {
      String text = line.strip();
      String name = text.startsWith(own) ? text.substring(own.length()) : text;
      if (!name.isEmpty() && (!NAME.matcher(name).matches() || name.contains("://"))) {
        throw down("tells groups that cannot be read");
      }
      if (!name.isEmpty()) {
        groups.add(own + name);
      }
    }
    if (groups.size() > MOST_GROUPS) {
      throw down("tells more groups than can be read");
    }
    return groups;
  }

  private Unanswered down(String what) {
    return Unanswered.down("The group service " + settings.search().host() + " " + what + ".");
  }
}
