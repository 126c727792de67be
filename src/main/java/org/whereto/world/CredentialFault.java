// SPDX-License-Identifier: Apache-2.0
package org.whereto.world;

import java.util.Locale;

/**
 * Why a credential is not taken. For the log of the owner: whoever showed it learns only that it is
 * invalid.
 */
public enum CredentialFault {
  /** More than one was shown. */
  SEVERAL,
  /** No token in the form that its scheme wants. */
  MALFORMED,
  /** Longer than any token that is taken. */
  TOO_LONG,
  /** A token that only the one for whom it was encrypted can read. */
  ENCRYPTED,
  /** The header of the token is no JSON object as it has to be. */
  HEADER,
  /** It brings its own key, or says where there is one. */
  KEY_BROUGHT,
  /** It demands what is not known here (RFC 7515, {@code crit}). */
  CRITICAL,
  /** Its claims would not be encoded (RFC 7797, {@code b64}). */
  UNENCODED,
  /** It is of another type than those that the issuer gives for this purpose. */
  TYPE,
  /** It is signed in a way that its issuer does not use, or not at all. */
  ALGORITHM,
  /** No key of its issuer can have signed it. */
  KEY_UNKNOWN,
  /** The signature is not that of its issuer. */
  SIGNATURE,
  /** Its claims are no JSON object as it has to be. */
  CLAIMS,
  /** It does not tell its issuer, or one that is not trusted. */
  ISSUER,
  /** It does not tell for whom it is, or for somebody else. */
  AUDIENCE,
  /** It does not tell when it ends. */
  NO_EXPIRY,
  EXPIRED,
  /** It counts only from a later moment on. */
  NOT_YET,
  /** It says that it was given in the future. */
  FROM_FUTURE,
  /** It does not tell whose it is. */
  SUBJECT,
  /** Its issuer says that it does not count, or not any more. */
  INACTIVE,
  /** There is nobody who could tell about tokens of this form. */
  OPAQUE;

  /** The word for logs and metrics, like {@code key-unknown}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
