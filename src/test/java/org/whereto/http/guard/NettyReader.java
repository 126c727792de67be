// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.guard;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayList;
import java.util.List;

/** How another, more lenient reader understands the bytes of a connection. */
final class NettyReader {

  private NettyReader() {}

  /** As {@link Heard} writes it. */
  static List<String> read(byte[] bytes) {
    HttpDecoderConfig config =
        new HttpDecoderConfig().setMaxInitialLineLength(10_000).setMaxHeaderSize(10_000);
    EmbeddedChannel channel = new EmbeddedChannel(new HttpRequestDecoder(config));
    channel.writeInbound(Unpooled.wrappedBuffer(bytes));
    List<HttpObject> objects = new ArrayList<>();
    for (HttpObject next = channel.readInbound(); next != null; next = channel.readInbound()) {
      objects.add(next);
    }
    List<String> heard = Heard.of(objects);
    objects.forEach(ReferenceCountUtil::release);
    channel.finishAndReleaseAll();
    return heard;
  }
}
