// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask;

/**
 * As whom somebody was asked, and what was said about that. Holds no token.
 *
 * @param tokenSent whether the question carried a token
 * @param knownAs whom the answer was given to, in the service's words (X-VO-Authenticated, AuthVO);
 *     empty where it does not say
 * @param challenged whether somebody who logs in may hear something else (WWW-Authenticate)
 * @param advice what to do to be asked as somebody; empty where nothing is known to help
 */
public record Identity(boolean tokenSent, String knownAs, boolean challenged, String advice) {

  /** Asked as nobody, and nothing was said about it. */
  public static final Identity NONE = new Identity(false, "", false, "");
}
