// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.whereto.systems.fetch.Errand.Method;
import org.whereto.systems.fetch.FetchUrl;
import org.whereto.tree.BadInput;

/** Signatures against those of another implementation, made for these tests by other means. */
class S3SignatureTest {

  private static final String SECRET = "very/secret+key";

  @Test
  void aRequestIsSignedAsTheRulesSay() throws BadInput {
    Map<String, String> headers =
        new S3Signature("KEY", SECRET, "eu-west-1")
            .headers(
                Method.HEAD,
                FetchUrl.of("https://s3.example.org/bucket/a%20b/c%2Bd.fits"),
                Instant.parse("2026-11-23T04:15:00Z"));

    assertThat(headers)
        .containsOnlyKeys("Authorization", "x-amz-date", "x-amz-content-sha256")
        .containsEntry("x-amz-date", "20261123T041500Z")
        .containsEntry(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=KEY/20261123/eu-west-1/s3/aws4_request,"
                + " SignedHeaders=host;x-amz-content-sha256;x-amz-date,"
                + " Signature=8c382fee6f08b8683db23009c5f4b3c81cfa4cf56695c98f84e8facb67a729a5");
  }

  @Test
  void thePortOfAHostIsPartOfIt() throws BadInput {
    assertThat(
            new S3Signature("KEY", SECRET, "us-east-1")
                .headers(
                    Method.GET,
                    FetchUrl.of("http://127.0.0.1:8080/bucket/%C3%A9"),
                    Instant.parse("2026-01-01T00:00:00Z"))
                .get("Authorization"))
        .endsWith("Signature=4e248f4d69ad6fffa6fb0c206543ecafc59279f60d3c1f27c4917d040e90fc77");
  }

  @Test
  void theSecretIsNeverShown() throws BadInput {
    S3Signature signature = new S3Signature("KEY", SECRET, "us-east-1");
    assertThat(signature).asString().doesNotContain(SECRET);
    assertThat(signature.headers(Method.HEAD, FetchUrl.of("https://a.org/b/c"), Instant.EPOCH))
        .asString()
        .doesNotContain(SECRET);
  }

  @Test
  void keysAreEncodedAsTheRulesSay() {
    assertThat(PercentEncoded.path("a b/c+d~e_f-g.h//\u00e9%2F;*'()!$&,=:@?#"))
        .isEqualTo("a%20b/c%2Bd~e_f-g.h//%C3%A9%252F%3B%2A%27%28%29%21%24%26%2C%3D%3A%40%3F%23");
    assertThat(PercentEncoded.segment("/a/b")).isEqualTo("%2Fa%2Fb");
  }
}
