// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.identity;

import java.time.Duration;
import java.util.Optional;
import org.whereto.systems.fetch.FetchUrl;
import org.whereto.systems.fetch.SecretFile;
import org.whereto.task.AmountSetting;
import org.whereto.tree.Settings;

/**
 * How an issuer is asked about tokens that say nothing themselves (RFC 7662).
 *
 * @param endpoint where; if empty, where the issuer says
 * @param client who asks, as the issuer knows this platform
 * @param secret read whenever it is needed
 * @param remember how long what it said counts
 */
record IntrospectionSettings(
    Optional<FetchUrl> endpoint, String client, SecretFile secret, Duration remember) {

  private static final AmountSetting REMEMBER =
      AmountSetting.time(
          "remember",
          "How long what it says of a token counts, if the token does not end before",
          "1s",
          "1h");

  private static final String SECRET = "secret-file";

  /** Nothing after a fault. */
  static Optional<IntrospectionSettings> read(Settings in) {
    Optional<FetchUrl> endpoint =
        OwnUrl.read(
            in, "endpoint", "Where to ask; if left out, what the issuer says in its metadata.");
    String client = in.text("client", "The name of this platform at the issuer, its client_id.");
    in.require(SECRET);
    Optional<SecretFile> secret =
        SecretFile.read(in, SECRET, "A file with the secret of this client, and nothing else.");
    Duration remember = REMEMBER.readOr(in, "1m").time();
    return secret.map(file -> new IntrospectionSettings(endpoint, client, file, remember));
  }
}
