// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.whereto.systems.fetch.Errand.Method;
import org.whereto.systems.fetch.FetchUrl;

/**
 * Signs requests without a body for S3 services (AWS Signature Version 4, header {@code
 * Authorization}).
 *
 * @param region in which the signature counts
 */
record S3Signature(String accessKey, String secretKey, String region) {

  private static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final String SIGNED = "host;x-amz-content-sha256;x-amz-date";
  private static final String END = "aws4_request";
  private static final String HMAC = "HmacSHA256";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** The digest of a body that is not there. */
  private static final String NO_BODY = hex(digest(""));

  /** The headers that make a request for this URL, which has no query, one of the owner's. */
  Map<String, String> headers(Method method, FetchUrl url, Instant now) {
    String time = TIME.format(now);
    String scope = time.substring(0, 8) + "/" + region + "/s3/" + END;
    String text =
        ALGORITHM + "\n" + time + "\n" + scope + "\n" + hex(digest(request(method, url, time)));
    Map<String, String> headers = new TreeMap<>();
    headers.put("x-amz-content-sha256", NO_BODY);
    headers.put("x-amz-date", time);
    headers.put(
        "Authorization",
        ALGORITHM
            + " Credential="
            + accessKey
            + "/"
            + scope
            + ", SignedHeaders="
            + SIGNED
            + ", Signature="
            + hex(hmac(key(time.substring(0, 8)), text)));
    return headers;
  }

  /** The request in its canonical form. */
  private static String request(Method method, FetchUrl url, String time) {
    String host = url.origin().substring(url.scheme().length() + 3);
    return String.join(
        "\n",
        method.name(),
        url.target(),
        "",
        "host:" + host,
        "x-amz-content-sha256:" + NO_BODY,
        "x-amz-date:" + time,
        "",
        SIGNED,
        NO_BODY);
  }

  private byte[] key(String day) {
    byte[] ofDay = hmac(("AWS4" + secretKey).getBytes(UTF_8), day);
    return hmac(hmac(hmac(ofDay, region), "s3"), END);
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "a signature of " + accessKey;
  }
}
