// SPDX-License-Identifier: Apache-2.0
package org.whereto.support;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import javax.security.auth.x500.X500Principal;

/**
 * A certificate and its key, made by the test itself (RFC 5280) in less time than any program
 * takes.
 */
public record MadeCertificate(String subject, KeyPair keys, X509Certificate x509) {

  public static final String FOR_SERVERS = "06082b06010505070301";
  public static final String FOR_CLIENTS = "06082b06010505070302";

  private static final AtomicLong SERIAL = new AtomicLong(System.nanoTime());

  private static final int SEQUENCE = 0x30;
  private static final int SET_OF_EXTENSIONS = 0xA3;
  private static final int OCTETS = 0x04;
  private static final byte[] TRUE = {1, 1, -1};

  /**
   * How one is to be made.
   *
   * @param keys like {@code EC secp256r1} or {@code RSA 2048}
   * @param purpose in DER; empty for any
   */
  public record Wanted(
      String subject, String keys, Instant from, Instant until, String purpose, boolean signs) {

    public Wanted keys(String others) {
      return new Wanted(subject, others, from, until, purpose, signs);
    }

    public Wanted times(Instant first, Instant last) {
      return new Wanted(subject, keys, first, last, purpose, signs);
    }

    public Wanted purpose(String other) {
      return new Wanted(subject, keys, from, until, other, signs);
    }

    public MadeCertificate by(MadeCertificate signer) throws Exception {
      return made(this, signer.subject, signer.keys, newKeys(keys));
    }

    /** Signed by its own key. */
    public MadeCertificate alone() throws Exception {
      KeyPair own = newKeys(keys);
      return made(this, subject, own, own);
    }
  }

  private static Wanted wanted(String subject, String purpose, boolean signs) {
    Instant now = Instant.now();
    return new Wanted(
        subject,
        "EC secp256r1",
        now.minusSeconds(3600),
        now.plusSeconds(30 * 86_400),
        purpose,
        signs);
  }

  /** One that signs others. */
  public static Wanted signer(String subject) {
    return wanted(subject, "", true);
  }

  /** One of a server at 127.0.0.1. */
  public static Wanted server(String subject) {
    return wanted(subject, FOR_SERVERS, false);
  }

  public static Wanted client(String subject) {
    return wanted(subject, FOR_CLIENTS, false);
  }

  private static KeyPair newKeys(String kind) throws Exception {
    int blank = kind.indexOf(' ');
    String name = blank < 0 ? kind : kind.substring(0, blank);
    KeyPairGenerator generator = KeyPairGenerator.getInstance(name);
    if (name.equals("RSA")) {
      generator.initialize(Integer.parseInt(kind.substring(blank + 1)));
    } else if (name.equals("EC")) {
      generator.initialize(new ECGenParameterSpec(kind.substring(blank + 1)));
    }
    return generator.generateKeyPair();
  }

  private static MadeCertificate made(Wanted wanted, String issuer, KeyPair signing, KeyPair keys)
      throws Exception {
    String kind = signing.getPrivate().getAlgorithm();
    byte[] algorithm = algorithm(kind);
    byte[] content =
        der(
            SEQUENCE,
            der(0xA0, hex("020102")),
            der(2, BigInteger.valueOf(SERIAL.incrementAndGet()).toByteArray()),
            algorithm,
            name(issuer),
            der(SEQUENCE, time(wanted.from()), time(wanted.until())),
            name(wanted.subject()),
            keys.getPublic().getEncoded(),
            der(SET_OF_EXTENSIONS, der(SEQUENCE, extensions(wanted))));
    Signature signature = Signature.getInstance(signatureOf(kind));
    signature.initSign(signing.getPrivate());
    signature.update(content);
    byte[] signed = der(3, new byte[] {0}, signature.sign());
    byte[] whole = der(SEQUENCE, content, algorithm, signed);
    return new MadeCertificate(
        wanted.subject(),
        keys,
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(whole)));
  }

  private static String signatureOf(String kind) {
    return switch (kind) {
      case "EC" -> "SHA256withECDSA";
      case "RSA" -> "SHA256withRSA";
      default -> "Ed25519";
    };
  }

  private static byte[] algorithm(String kind) {
    return switch (kind) {
      case "EC" -> hex("300a06082a8648ce3d040302");
      case "RSA" -> hex("300d06092a864886f70d01010b0500");
      default -> hex("300506032b6570");
    };
  }

  private static byte[] extensions(Wanted wanted) {
    if (wanted.signs()) {
      return extension("0603551d13", TRUE, der(SEQUENCE, TRUE));
    }
    byte[] names =
        der(
            SEQUENCE,
            der(0x82, "localhost".getBytes(StandardCharsets.US_ASCII)),
            der(0x87, new byte[] {127, 0, 0, 1}));
    byte[] known = extension("0603551d11", new byte[0], names);
    return wanted.purpose().isEmpty()
        ? known
        : concat(known, extension("0603551d25", new byte[0], der(SEQUENCE, hex(wanted.purpose()))));
  }

  private static byte[] extension(String name, byte[] critical, byte[] value) {
    return der(SEQUENCE, hex(name), critical, der(OCTETS, value));
  }

  private static byte[] name(String subject) {
    return new X500Principal(subject).getEncoded();
  }

  private static byte[] time(Instant at) {
    String text =
        DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'").withZone(ZoneOffset.UTC).format(at);
    return der(0x18, text.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }

  private static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  /** Something in DER; what is longer than 64 kB is not needed. */
  public static byte[] der(int tag, byte[]... parts) {
    byte[] content = concat(parts);
    int length = content.length;
    byte[] head = {(byte) tag, (byte) 0x82, (byte) (length >> 8), (byte) length};
    if (length < 128) {
      head = new byte[] {(byte) tag, (byte) length};
    } else if (length < 256) {
      head = new byte[] {(byte) tag, (byte) 0x81, (byte) length};
    }
    return concat(head, content);
  }

  /** The certificate as a file has it. */
  public String pem() throws CertificateEncodingException {
    return block("CERTIFICATE", x509.getEncoded());
  }

  /** The key as PKCS#8. */
  public String key() {
    return block("PRIVATE KEY", keys.getPrivate().getEncoded());
  }

  /** The key of an older form, without the frame of PKCS#8: of RSA, or of EC on P-256. */
  public String olderKey() {
    byte[] pkcs8 = keys.getPrivate().getEncoded();
    if (keys.getPrivate().getAlgorithm().equals("RSA")) {
      return block("RSA PRIVATE KEY", Arrays.copyOfRange(pkcs8, 26, pkcs8.length));
    }
    byte[] number = Arrays.copyOfRange(pkcs8, 36 - 1, 36 - 1 + 32);
    byte[] curve = der(0xA0, hex("06082a8648ce3d030107"));
    return block("EC PARAMETERS", hex("06082a8648ce3d030107"))
        + block("EC PRIVATE KEY", der(SEQUENCE, hex("020101"), der(OCTETS, number), curve));
  }

  /** Any block of a PEM file. */
  public static String block(String label, byte[] content) {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n";
  }
}
