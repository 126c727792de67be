// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.tls;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateParsingException;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A key and its certificate, which fit each other and can be shown to clients now.
 *
 * @param chain the server's own certificate first, then each that signed the one before it
 */
record ServerPair(PrivateKey key, List<Certificate> chain) {

  private static final int LEAST_RSA_BITS = 2048;

  private static final byte[] ANYTHING = {1, 2, 3};

  /** The purposes "of a server" and "any" (RFC 5280, section 4.2.1.12). */
  private static final Set<String> FOR_SERVERS = Set.of("1.3.6.1.5.5.7.3.1", "2.5.29.37.0");

  /**
   * Checks the pair.
   *
   * @param path of the certificates
   * @throws TlsFaults with everything that is wrong
   */
  static ServerPair of(Path path, PrivateKey key, List<Certificate> chain, Instant now)
      throws TlsFaults {
    List<TlsFault> faults = new ArrayList<>();
    Certificate own = chain.getFirst();
    if (!fits(key, own)) {
      throw new TlsFaults(List.of(unfit(path, key, chain)));
    }
    if (own.x509().getPublicKey() instanceof RSAKey rsa
        && rsa.getModulus().bitLength() < LEAST_RSA_BITS) {
      faults.add(
          new TlsFault(
              path,
              own.line(),
              "A key of RSA must have " + LEAST_RSA_BITS + " bits or more: make a new one."));
    }
    if (!isForServers(own)) {
      faults.add(
          new TlsFault(
              path,
              own.line(),
              "This certificate is not made for a server (extended key usage): have one made with"
                  + " \"serverAuth\"."));
    }
    order(path, chain, faults);
    chain.forEach(each -> times(path, each, now, faults));
    if (!faults.isEmpty()) {
      throw new TlsFaults(faults);
    }
    return new ServerPair(key, chain);
  }

  private static TlsFault unfit(Path path, PrivateKey key, List<Certificate> chain) {
    for (Certificate other : chain) {
      if (fits(key, other)) {
        return new TlsFault(
            path,
            other.line(),
            "The key belongs to this certificate, but another one stands before it: put this one"
                + " first, then each that signed the one before it.");
      }
    }
    return new TlsFault(
        path,
        chain.getFirst().line(),
        "The key does not belong to this certificate: name the two that were made together.");
  }

  /** What one has signed the other has to know. */
  private static boolean fits(PrivateKey key, Certificate certificate) {
    PublicKey open = certificate.x509().getPublicKey();
    try {
      Signature signature = Signature.getInstance(algorithm(key));
      signature.initSign(key);
      signature.update(ANYTHING);
      byte[] signed = signature.sign();
      signature.initVerify(open);
      signature.update(ANYTHING);
      return signature.verify(signed);
    } catch (GeneralSecurityException | RuntimeException _) {
      return false;
    }
  }

  private static String algorithm(PrivateKey key) {
    return switch (key.getAlgorithm()) {
      case "EC" -> "SHA256withECDSA";
      case "RSA" -> "SHA256withRSA";
      default -> key.getAlgorithm();
    };
  }

  private static boolean isForServers(Certificate own) {
    try {
      List<String> purposes = own.x509().getExtendedKeyUsage();
      return purposes == null || purposes.stream().anyMatch(FOR_SERVERS::contains);
    } catch (CertificateParsingException _) {
      return false;
    }
  }

  private static void order(Path path, List<Certificate> chain, List<TlsFault> faults) {
    for (int at = 1; at < chain.size(); at++) {
      if (!chain.get(at - 1).isSignedBy(chain.get(at))) {
        faults.add(
            new TlsFault(
                path,
                chain.get(at).line(),
                "This certificate did not sign the one before it, at line "
                    + chain.get(at - 1).line()
                    + ": the server's own comes first, then each that signed the one before it, and"
                    + " nothing else."));
        return;
      }
    }
  }

  private static void times(Path path, Certificate each, Instant now, List<TlsFault> faults) {
    if (each.until().isBefore(now)) {
      faults.add(
          new TlsFault(
              path,
              each.line(),
              "This certificate has expired, at " + each.until() + ": have it renewed."));
    }
    if (each.from().isAfter(now)) {
      faults.add(
          new TlsFault(
              path,
              each.line(),
              "This certificate is not valid before "
                  + each.from()
                  + ": wait, or see to the clock of this machine."));
    }
  }

  /** When the first of the chain expires: from then on clients refuse it. */
  Instant until() {
    return chain.stream().map(Certificate::until).min(Instant::compareTo).orElse(Instant.MAX);
  }
}
