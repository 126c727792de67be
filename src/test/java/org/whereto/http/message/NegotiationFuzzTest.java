// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.message;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Optional;
import org.whereto.support.SoundFault;
import org.whereto.task.Question;
import org.whereto.tree.BadInput;
import org.whereto.wire.HeaderValue;
import org.whereto.wire.RequestLimits;

/** Wishes of any bytes. */
class NegotiationFuzzTest {

  /** What is chosen is asked for by its own name, and then chosen again. */
  @FuzzTest
  void accept(byte[] bytes) {
    String wish = new String(bytes, ISO_8859_1);
    for (Optional<Negotiation> chosen :
        List.of(Negotiation.byAccept(wish), Negotiation.byName(wish))) {
      chosen.ifPresent(choice -> {
        assertThat(choice.format().mediaTypes()).contains(choice.mediaType());
        assertThat(Negotiation.byAccept(choice.mediaType())).contains(choice);
        assertThat(Negotiation.byName(choice.mediaType())).contains(choice);
      });
    }
  }

  /** Of a body whose type is taken a question can be made, or bad input; else it is refused. */
  @FuzzTest
  void bodyType(byte[] bytes) {
    String type = new String(bytes, ISO_8859_1);
    try {
      Question question = BodyType.of(type, "").question(new byte[0], type, RequestLimits.USUAL);
      assertThat(question).isNotNull();
      assertThat(type.isBlank() || HeaderValue.read(type).isPresent()).isTrue();
    } catch (Refusal refusal) {
      assertThat(refusal.problem().status().code()).isEqualTo(415);
    } catch (BadInput fault) {
      SoundFault.check(fault);
    }
  }
}
