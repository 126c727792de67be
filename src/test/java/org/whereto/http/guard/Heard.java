// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.guard;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.whereto.http.message.Problem;
import org.whereto.http.message.Refusal;
import org.whereto.http.settings.Limits;
import org.whereto.wire.RequestLimits;

/** What the guard makes of the bytes of one connection, as text that a test can compare. */
final class Heard {

  /** Small enough to be passed in a test. */
  static final Limits SMALL =
      new Limits(
          600,
          8,
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          RequestLimits.USUAL,
          1000,
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          10,
          1000,
          10,
          50);

  private final List<String> said = new ArrayList<>();
  private final StringBuilder body = new StringBuilder();

  private Heard() {}

  /** Of Latin-1 text in one piece. */
  static List<String> in(String text) {
    return in(List.of(text.getBytes(StandardCharsets.ISO_8859_1)));
  }

  static List<String> in(List<byte[]> pieces) {
    RequestReader reader = new RequestReader(SMALL);
    Heard heard = new Heard();
    for (byte[] piece : pieces) {
      ByteBuf in = Unpooled.wrappedBuffer(piece);
      while (in.isReadable()) {
        List<HttpObject> objects = new ArrayList<>();
        reader.read(in, objects);
        objects.forEach(heard::add);
      }
    }
    return heard.said;
  }

  static boolean isRefusal(String said) {
    return said.matches("4\\d\\d http\\..*");
  }

  static List<String> of(List<HttpObject> objects) {
    Heard heard = new Heard();
    objects.forEach(heard::add);
    return heard.said;
  }

  private void add(HttpObject object) {
    if (object.decoderResult().cause() instanceof Refusal refusal) {
      Problem why = refusal.problem();
      said.add(
          why.status().code()
              + " "
              + why.code()
              + (object instanceof HttpRequest ? "" : " in body"));
    } else if (object instanceof HttpRequest request) {
      said.add(of(request));
    } else if (object instanceof HttpContent content) {
      body.append(content.content().toString(StandardCharsets.ISO_8859_1));
      if (content instanceof LastHttpContent) {
        said.add("[" + body + "]");
        body.setLength(0);
      }
    }
  }

  /** A request as the tables write it. */
  static String of(HttpRequest request) {
    StringBuilder text = new StringBuilder(request.method().name() + " " + request.uri());
    request
        .headers()
        .forEach(header ->
            text.append(" ").append(header.getKey()).append("=").append(header.getValue()));
    return text.toString();
  }
}
