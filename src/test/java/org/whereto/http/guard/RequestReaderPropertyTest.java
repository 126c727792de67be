// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.whereto.http.guard.AnyRequests.Sent;

class RequestReaderPropertyTest {

  @Provide
  Arbitrary<List<Sent>> requests() {
    return AnyRequests.several();
  }

  @Provide
  Arbitrary<String> damaged() {
    return AnyRequests.damaged();
  }

  @Provide
  Arbitrary<List<Integer>> cuts() {
    return AnyRequests.cuts();
  }

  @Property
  void soundRequestsAreReadHoweverTheyAreCut(
      @ForAll("requests") List<Sent> requests, @ForAll("cuts") List<Integer> cuts) {
    List<String> expected = new ArrayList<>();
    for (Sent sent : requests) {
      expected.add(sent.head());
      expected.add("[" + sent.body() + "]");
    }
    List<byte[]> pieces = AnyRequests.pieces(AnyRequests.bytes(requests), cuts);
    assertThat(Heard.in(pieces)).isEqualTo(expected);
  }

  @Property
  void damagedOnesAreReadInOneWayHoweverTheyAreCut(
      @ForAll("damaged") String bytes, @ForAll("cuts") List<Integer> cuts) {
    List<String> whole = Heard.in(bytes);
    assertThat(Heard.in(AnyRequests.pieces(bytes, cuts))).isEqualTo(whole);
    assertThat(whole.stream().filter(Heard::isRefusal)).hasSizeLessThan(2);
  }

  /** No proxy or server behind or before us can take for something else what we let through. */
  @Property
  void whatIsLetThroughIsReadTheSameByAnotherReader(@ForAll("damaged") String bytes) {
    List<String> ours = new ArrayList<>(Heard.in(bytes));
    ours.removeIf(Heard::isRefusal);
    List<String> others = NettyReader.read(bytes.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(others.subList(0, Math.min(others.size(), ours.size()))).isEqualTo(ours);
  }
}
