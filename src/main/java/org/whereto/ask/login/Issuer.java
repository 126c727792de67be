// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask.login;

import java.net.URI;
import org.whereto.ask.Origin;
import org.whereto.task.WebUrl;
import org.whereto.tree.BadInput;

/**
 * Who gives out tokens: an OpenID Connect provider.
 *
 * @param url without a slash at its end
 */
public record Issuer(String url) {

  /**
   * As a person writes it, with or without a slash at its end.
   *
   * @throws BadInput for what is no plain URL, or does not keep secrets
   */
  public static Issuer named(String text) throws BadInput {
    Issuer issuer = new Issuer(WebUrl.endpoint(text));
    if (!keepsSecrets(issuer.url)) {
      throw new BadInput(
          "issuer.not-secure",
          issuer.url + " cannot be logged in to: an issuer is asked over https only.");
    }
    return issuer;
  }

  /** Where it describes itself (OpenID Connect Discovery 1.0, section 4). */
  URI discovery() {
    return URI.create(url + "/.well-known/openid-configuration");
  }

  /** Whether this is how it calls itself: some have a slash at their end. */
  boolean isCalled(String name) {
    return name.equals(url) || name.equals(url + "/");
  }

  static boolean keepsSecrets(String url) {
    try {
      // The grammar of origins is narrower than that of addresses: what it refuses is not asked.
      WebUrl read = WebUrl.of(url);
      return Origin.named(read.origin()).keepsSecrets();
    } catch (BadInput _) {
      return false;
    }
  }

  @Override
  public String toString() {
    return url;
  }
}
