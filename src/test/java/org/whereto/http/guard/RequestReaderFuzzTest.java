// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.guard;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** Bytes of a connection, whatever they are and however they are cut. */
class RequestReaderFuzzTest {

  private static final Pattern CONNECTION = Pattern.compile("(?i)\\nconnection:");

  /** The same comes out of all pieces, and of another reader where this one lets it through. */
  @FuzzTest
  void connection(byte[] bytes) {
    List<String> whole = Heard.in(List.of(bytes));
    assertThat(Heard.in(pieces(bytes))).isEqualTo(whole);
    assertThat(Heard.in(singly(bytes))).isEqualTo(whole);
    assertThat(whole.stream().filter(Heard::isRefusal)).hasSizeLessThan(2);
    // The one header that is handed on in other words than it came.
    boolean reworded = CONNECTION.matcher(new String(bytes, ISO_8859_1)).find();
    if (!reworded) {
      List<String> ours = whole.stream().filter(said -> !Heard.isRefusal(said)).toList();
      List<String> others = NettyReader.read(bytes);
      assertThat(others.subList(0, Math.min(others.size(), ours.size()))).isEqualTo(ours);
    }
  }

  /** Cut as the bytes themselves say, so that a finding can be repeated. */
  private static List<byte[]> pieces(byte[] bytes) {
    Random random = new Random(Arrays.hashCode(bytes));
    List<byte[]> pieces = new ArrayList<>();
    for (int at = 0; at < bytes.length; ) {
      int end = Math.min(bytes.length, at + 1 + random.nextInt(20));
      pieces.add(Arrays.copyOfRange(bytes, at, end));
      at = end;
    }
    return pieces;
  }

  private static List<byte[]> singly(byte[] bytes) {
    List<byte[]> pieces = new ArrayList<>();
    for (byte each : bytes) {
      pieces.add(new byte[] {each});
    }
    return pieces;
  }
}
