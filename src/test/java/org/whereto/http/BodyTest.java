// SPDX-License-Identifier: Apache-2.0
package org.whereto.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.whereto.http.settings.Limits;
import org.whereto.support.ChangedLimits;

class BodyTest {

  private final Load load = new Load(Limits.DEFAULT);
  private final Body body = new Body(load, "a", 100_000);

  @Test
  void whatIsGivenBackTwiceIsGivenBackOnce() {
    assertThat(body.add(Buffer.buffer("abc"))).isEmpty();
    assertThat(body.whole()).containsExactly('a', 'b', 'c');
    body.release();
    body.release();
    assertThat(load.bytes()).isZero();
  }

  @Test
  void roomIsGivenBackAlsoWhereMemoryForItCouldNotBeHad() {
    Load roomy = new Load(ChangedLimits.of(Map.of("bodies", 1L << 40, "share", 100)));
    Body endless = new Body(roomy, "a", Integer.MAX_VALUE);
    assertThatThrownBy(() -> endless.add(aChunkOf(Integer.MAX_VALUE)))
        .isInstanceOf(OutOfMemoryError.class);
    assertThat(roomy.bytes()).isPositive();
    endless.release();
    assertThat(roomy.bytes()).isZero();
  }

  /** A chunk that claims to have so many bytes: no machine has an array of that many. */
  private static Buffer aChunkOf(int bytes) {
    return (Buffer)
        Proxy.newProxyInstance(
            Buffer.class.getClassLoader(),
            new Class<?>[] {Buffer.class},
            (chunk, method, arguments) -> bytes);
  }
}
