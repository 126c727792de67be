// SPDX-License-Identifier: Apache-2.0
package org.whereto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.whereto.config.PlatformFile;
import org.whereto.config.PlatformFile.Checked;
import org.whereto.platform.Mounts;
import org.whereto.support.RealPart;
import org.whereto.support.RealS3;
import org.whereto.support.RunningServer;
import org.whereto.systems.Systems;

/** Data in a real S3 service, from the owner's file to the answer over HTTP. */
@Timeout(120)
class RealDataTest {

  private static final int MEGABYTE = 1_000_000;

  @TempDir private static Path folder;

  private static Optional<RealS3> s3 = Optional.empty();

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    RealPart.needs(RealS3.PROGRAM);
    RealS3 started = RealS3.start(folder);
    s3 = Optional.of(started);
    started.put("survey", "small.fits", MEGABYTE);
    started.put("survey", "large.fits", 3 * MEGABYTE);
  }

  @AfterAll
  static void stop() {
    s3.ifPresent(RealS3::close);
  }

  private static String answer(String credentials, String key) throws Exception {
    String file =
        """
        whereto: 1
        interfaces: {hub: {servicetype: "uri://jupyter-hub"}}
        resources: {store: {max: 2M}}
        data:
          s3: [{endpoint: "%s", here: survey%s}]
        accepts: [{tasktype: "uri://analysis", if: {data: here}}]
        """
            .formatted(s3.orElseThrow().endpoint(), credentials);
    try (Systems systems = new Systems();
        RunningServer server = server(file, systems);
        HttpClient client = HttpClient.newHttpClient()) {
      String task =
          """
          tasktype: uri://analysis
          data: [{datatype: "uri://s3-object", datainfo: {bucket: survey, object: %s}}]
          """
              .formatted(key);
      return client
          .send(
              HttpRequest.newBuilder(server.at("accepts"))
                  .POST(BodyPublishers.ofString(task))
                  .build(),
              BodyHandlers.ofString())
          .body();
    }
  }

  private static RunningServer server(String file, Systems systems) throws Exception {
    Checked checked = PlatformFile.read("a", file.getBytes(UTF_8));
    assertThat(checked).isInstanceOf(Checked.Good.class);
    Checked.Good good = (Checked.Good) checked;
    return RunningServer.of(
        new Mounts(
            Map.of(
                Mounts.ROOT, RunningServer.serving(good.platform(), systems.world(good.outside()))),
            Map.of()),
        RunningServer.SETTINGS);
  }

  private static String keys(String secret) throws IOException {
    Path file = Files.writeString(Files.createTempFile(folder, "secret", ""), secret);
    return ", access-key: " + RealS3.ACCESS_KEY + ", secret-key-file: \"" + file + "\"";
  }

  @Test
  void anObjectThatIsHereIsAYesWithItsSize() throws Exception {
    assertThat(answer(keys(RealS3.SECRET_KEY), "small.fits"))
        .contains("\"YES\"", "\"standing\": \"here\"", "\"size\": 1000000");
  }

  @Test
  void anObjectThatIsAbsentIsANo() throws Exception {
    assertThat(answer(keys(RealS3.SECRET_KEY), "nothing.fits"))
        .contains("\"NO\"", "data.absent", "\"standing\": \"absent\"")
        .doesNotContain("data.not-checked");
  }

  @Test
  void anObjectThatIsForbiddenIsNotKnown() throws Exception {
    assertThat(answer("", "small.fits"))
        .contains("\"NO\"", "data.not-checked", "\"unknown\"", "to just anybody")
        .doesNotContain("\"size\"");
  }

  @Test
  void withAWrongSecretNothingIsKnown() throws Exception {
    assertThat(answer(keys("another"), "small.fits"))
        .contains("\"NO\"", "data.not-checked", "\"unknown\"", "does not accept the keys")
        .doesNotContain("another", RealS3.ACCESS_KEY);
  }

  @Test
  void anObjectThatIsTooLargeForTheStoreIsANo() throws Exception {
    assertThat(answer(keys(RealS3.SECRET_KEY), "large.fits"))
        .contains("\"NO\"", "data.too-large", "\"never\"", "\"size\": 3000000");
  }
}
