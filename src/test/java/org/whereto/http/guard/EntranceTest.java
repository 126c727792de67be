// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.vertx.core.Future;
import io.vertx.core.http.HttpConnection;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntranceTest {

  /** A later Vert.x may be built in another way: better no service than one without a guard. */
  @Test
  void aConnectionThatCannotBeGuardedIsClosed() {
    List<String> called = new ArrayList<>();
    HttpConnection strange =
        (HttpConnection)
            Proxy.newProxyInstance(
                HttpConnection.class.getClassLoader(),
                new Class<?>[] {HttpConnection.class},
                (proxy, method, arguments) -> {
                  called.add(method.getName());
                  return Future.succeededFuture();
                });
    Entrance entrance = new Entrance(Heard.SMALL, new Connections(Heard.SMALL));
    assertThatIllegalStateException().isThrownBy(() -> entrance.take(strange));
    assertThat(called).containsExactly("close");
  }
}
