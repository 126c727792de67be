// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.data;

import java.util.List;
import java.util.Optional;
import org.whereto.systems.fetch.SecretFile;
import org.whereto.task.DataItem.RucioDid;
import org.whereto.task.WebUrl;
import org.whereto.tree.BadInput;
import org.whereto.tree.Settings;

/**
 * A Rucio server.
 *
 * @param account of Rucio in whose name it is asked
 * @param vo virtual organisation, where the server has several
 * @param access what opens it
 * @param nearTo storage elements to which distances are asked; none if no distance is wanted
 */
public record RucioSettings(
    Endpoint endpoint,
    Optional<String> account,
    Optional<String> vo,
    Access access,
    List<String> nearTo) {

  private static final String ACCOUNT = "account";
  private static final String VO = "vo";
  private static final String AUTH_ENDPOINT = "auth-endpoint";
  private static final String USER = "user";
  private static final String PASSWORD_FILE = "password-file";
  private static final String TOKEN_FILE = "token-file";

  public RucioSettings {
    nearTo = List.copyOf(nearTo);
  }

  /** What opens a Rucio server. */
  public sealed interface Access {

    /** Nothing. */
    record Open() implements Access {}

    /** A token that somebody else renews. */
    record Token(SecretFile file) implements Access {}

    /**
     * A name and a password, for which tokens are given out.
     *
     * @param at where, if not by the server itself; {@code /auth/userpass} stands below it
     */
    record Login(Optional<Endpoint> at, String user, SecretFile password) implements Access {}
  }

  /**
   * Reads the keys that tell how to ask a server.
   *
   * @param nearTo the storage elements that the owner calls his own, if distances matter to him
   */
  public static RucioSettings read(Settings in, Endpoint endpoint, List<String> nearTo) {
    Optional<String> account =
        in.textIfAny(ACCOUNT, "The account of Rucio in whose name it is asked.");
    Optional<String> vo = in.textIfAny(VO, "The virtual organisation, where there are several.");
    Access access = access(in);
    Headers.refuseUnsendable(in, ACCOUNT, account);
    Headers.refuseUnsendable(in, VO, vo);
    return new RucioSettings(endpoint, account, vo, access, nearTo);
  }

  private static Access access(Settings in) {
    Optional<SecretFile> token =
        SecretFile.read(in, TOKEN_FILE, "The file with a token for Rucio, which others renew.");
    Optional<String> user =
        in.textIfAny(USER, "The user name with which Whereto logs in at Rucio.");
    Optional<SecretFile> password =
        SecretFile.read(in, PASSWORD_FILE, "The file with the password of \"user\".");
    Optional<Endpoint> at = authEndpoint(in);
    Headers.refuseUnsendable(in, USER, user);
    if (in.has(USER) != in.has(PASSWORD_FILE)) {
      in.problem(
          in.has(USER) ? USER : PASSWORD_FILE,
          "\"user\" and \"password-file\" belong together: give both, or none.");
    }
    if (in.has(USER) && in.has(TOKEN_FILE)) {
      in.problem(TOKEN_FILE, "Give either \"token-file\", or \"user\" and \"password-file\".");
    }
    if (user.isPresent() && password.isPresent()) {
      return new Access.Login(at, user.get(), password.get());
    }
    return token.isPresent() ? new Access.Token(token.get()) : new Access.Open();
  }

  private static Optional<Endpoint> authEndpoint(Settings in) {
    Optional<String> text =
        in.textIfAny(AUTH_ENDPOINT, "Where Whereto logs in, if that is another server of Rucio.");
    try {
      return text.isPresent()
          ? Optional.of(new Endpoint(WebUrl.endpoint(text.get())))
          : Optional.empty();
    } catch (BadInput fault) {
      in.problem(AUTH_ENDPOINT, fault.sentence());
      return Optional.empty();
    }
  }

  /** Whether an item is one of this server. */
  boolean isOf(RucioDid did) {
    return endpoint.isMeantBy(did.endpoint());
  }

  /** What is asked of it stands below these. */
  List<Endpoint> endpoints() {
    return access instanceof Access.Login(Optional<Endpoint> at, _, _) && at.isPresent()
        ? List.of(endpoint, at.get())
        : List.of(endpoint);
  }
}
