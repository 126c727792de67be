// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import org.whereto.task.Caller;
import org.whereto.tree.BadInput;
import org.whereto.tree.Budget;
import org.whereto.tree.Formats;
import org.whereto.tree.Keep;
import org.whereto.tree.Problems;
import org.whereto.tree.Settings;
import org.whereto.world.Credential;
import org.whereto.world.CredentialFault;
import org.whereto.world.Identified;
import org.whereto.world.Identities;

/** Identities as an owner's file sets them up, and what comes of tokens. */
final class Trusts {

  private Trusts() {}

  /** The settings of these issuers, each in lines of YAML. */
  static IdentitySettings settings(String... issuers) throws BadInput {
    StringBuilder yaml = new StringBuilder("issuers:\n");
    for (int i = 0; i < issuers.length; i++) {
      yaml.append("  number-").append(i).append(":\n").append(issuers[i].indent(4));
    }
    Problems problems = new Problems();
    IdentitySettings settings =
        Settings.read(
            Formats.YAML.read(yaml.toString().getBytes(UTF_8), Budget.OWNER, Keep.ALL),
            problems,
            IdentitySettings::read);
    assertThat(problems.all()).isEmpty();
    return settings;
  }

  static TokenIdentities identities(InstantSource clock, String... issuers) throws BadInput {
    return new TokenIdentities(settings(issuers), clock);
  }

  static Credential bearer(String token) {
    return Credential.of(List.of("Bearer " + token));
  }

  static Identified identify(Identities identities, String token) {
    return identities.identify(bearer(token));
  }

  /** Who it is; anything else fails. */
  static Caller.Known known(Identities identities, String token) {
    Identified identified = identify(identities, token);
    assertThat(identified).isInstanceOf(Identified.As.class);
    Caller caller = ((Identified.As) identified).caller();
    assertThat(caller).isInstanceOf(Caller.Known.class);
    return (Caller.Known) caller;
  }

  /** Why it could not be checked; anything else fails. */
  static String unchecked(Identities identities, String token) {
    Identified identified = identify(identities, token);
    assertThat(identified).isInstanceOf(Identified.As.class);
    Caller caller = ((Identified.As) identified).caller();
    assertThat(caller).isInstanceOf(Caller.Unchecked.class);
    return ((Caller.Unchecked) caller).why();
  }

  /** Why it is not taken; anything else fails. */
  static CredentialFault fault(Identified identified) {
    assertThat(identified).isInstanceOf(Identified.Invalid.class);
    return ((Identified.Invalid) identified).fault();
  }

  static CredentialFault fault(Identities identities, String token) {
    return fault(identify(identities, token));
  }
}
