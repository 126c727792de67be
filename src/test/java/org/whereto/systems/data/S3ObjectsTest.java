// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whereto.support.RawServer;
import org.whereto.task.DataItem.S3Object;
import org.whereto.world.Known;
import org.whereto.world.Replica;

/** What an S3 service says of objects that are there, and what is made of it. */
@Timeout(60)
class S3ObjectsTest {

  private static final String CLASS = "x-amz-storage-class: ";

  private static Known<Optional<Replica>> known(String headers) throws IOException {
    try (RawServer server =
        RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n" + headers + "\r\n")) {
      return DataFile.of(
          DataFile.replicas("s3: [{endpoint: \"%s\", here: bucket}]".formatted(server.url())),
          new S3Object(Optional.of(server.url()), "bucket", "a", Optional.empty()));
    }
  }

  private static String restore(String text) {
    return text.isEmpty() ? "" : "x-amz-restore: " + text + "\r\n";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GLACIER | ''",
        "DEEP_ARCHIVE | ''",
        "glacier | ''",
        "GLACIER | ongoing-request=\"true\"",
        "GLACIER | true",
      })
  void whatLiesInAnArchiveCannotBeRead(String storage, String restore) throws IOException {
    assertThat(known(CLASS + storage + "\r\n" + restore(restore)))
        .isEqualTo(
            new Known.Refused<>(
                "The S3 service has it in an archive, from which it has to be restored first."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "STANDARD | ''",
        "STANDARD_IA | ''",
        "INTELLIGENT_TIERING | ''",
        "GLACIER_IR | ''",
        "COLD | ''",
        "GLACIER | ongoing-request=\"false\", expiry-date=\"Fri, 21 Dec 2029 00:00:00 GMT\"",
        "DEEP_ARCHIVE | ongoing-request = \"false\"",
      })
  void whatIsRestoredOrInNoArchiveIsThere(String storage, String restore) throws IOException {
    assertThat(DataFile.there(known(CLASS + storage + "\r\n" + restore(restore))).bytes())
        .hasValue(5);
  }

  @ParameterizedTest
  @CsvSource({"ARCHIVE_ACCESS", "DEEP_ARCHIVE_ACCESS"})
  void whatWasMovedIntoAnArchiveCannotBeRead(String status) throws IOException {
    String moved = CLASS + "INTELLIGENT_TIERING\r\nx-amz-archive-status: " + status + "\r\n";

    assertThat(known(moved)).isInstanceOf(Known.Refused.class);
  }
}
