// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask.login;

/** No token came from an issuer. */
public final class NotLoggedIn extends Exception {

  private static final long serialVersionUID = 1L;

  private final String sentence;

  /**
   * @param sentence what happened and what to do about it, in plain words
   */
  NotLoggedIn(String sentence) {
    super(sentence, null, false, false);
    this.sentence = sentence;
  }

  public String sentence() {
    return sentence;
  }
}
