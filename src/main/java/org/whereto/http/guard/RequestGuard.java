// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.guard;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.vertx.core.net.impl.ShutdownEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.whereto.http.guard.Patience.Wait;
import org.whereto.http.message.Refusal;
import org.whereto.http.settings.Limits;

/**
 * What stands between one connection and Vert.x, in the place of Netty's decoder. It hands on one
 * request at a time, as {@link RequestReader} reads it: what a client sends ahead is held, and the
 * socket not read, until the answer is written. What is too slow is refused or closed.
 *
 * <p>An answer that is written before its request was read to the end is the last one, as is one
 * that says so.
 */
@SuppressWarnings("FutureReturnValueIgnored") // Netty's, and nobody waits for them
final class RequestGuard extends ChannelDuplexHandler {

  /** Spelt as all our headers are. */
  private static final String CONNECTION = "Connection";

  /** In which what has arrived is read for sure. */
  private static final long UNREAD_MILLIS = 20;

  private final Channel channel;
  private final Limits limits;
  private final RequestReader reader;
  private final Patience patience;
  private final List<HttpObject> read = new ArrayList<>();
  private ByteBuf held = Unpooled.EMPTY_BUFFER;
  private boolean isHandingOn;
  private boolean isAnswering;
  private boolean isHalted;
  private boolean isLast;
  private int unsent;
  private Optional<ShutdownEvent> farewell = Optional.empty();

  RequestGuard(Channel channel, Limits limits) {
    this.channel = channel;
    this.limits = limits;
    this.reader = new RequestReader(limits);
    this.patience = new Patience(channel.eventLoop(), limits, this::late, this::untaken);
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    waitOn();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    if (!(message instanceof ByteBuf bytes)) {
      ctx.fireChannelRead(message);
    } else if (isDeaf()) {
      bytes.release();
    } else {
      held = ByteToMessageDecoder.MERGE_CUMULATOR.cumulate(ctx.alloc(), held, bytes);
      goOn(ctx);
    }
  }

  /**
   * A server that stops ends what is idle at once. A head that has begun to come is not idle, which
   * Vert.x cannot know; and what has arrived but was not read yet has begun.
   */
  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event instanceof ShutdownEvent stop) {
      ctx.executor()
          .schedule(
              () -> {
                farewell = Optional.of(stop);
                sayFarewell(ctx);
              },
              UNREAD_MILLIS,
              TimeUnit.MILLISECONDS);
    } else {
      ctx.fireUserEventTriggered(event);
    }
  }

  private void sayFarewell(ChannelHandlerContext ctx) {
    if (farewell.isPresent() && (isAnswering || isDeaf() || !reader.isInHead())) {
      ShutdownEvent stop = farewell.get();
      farewell = Optional.empty();
      ctx.fireUserEventTriggered(stop);
    }
  }

  /** Nothing is heard any more: what comes belongs to no request. */
  private boolean isDeaf() {
    return isLast || reader.isBroken();
  }

  private void goOn(ChannelHandlerContext ctx) {
    isHandingOn = true;
    try {
      while (held.isReadable() && !isDeaf() && (reader.isInBody() || !isAnswering)) {
        reader.read(held, read);
        handOn(ctx);
      }
    } finally {
      isHandingOn = false;
    }
    halt(held.isReadable() && !isDeaf());
    waitOn();
    sayFarewell(ctx);
  }

  private void handOn(ChannelHandlerContext ctx) {
    for (HttpObject object : read) {
      isAnswering |= object instanceof HttpRequest;
      ctx.fireChannelRead(object);
    }
    read.clear();
  }

  /** Reads from the socket, or not. Vert.x switches that too, so it is only touched on a change. */
  private void halt(boolean halt) {
    if (!halt) {
      drop();
    }
    if (halt != isHalted) {
      isHalted = halt;
      channel.config().setAutoRead(!halt);
    }
  }

  private void drop() {
    held.release();
    held = Unpooled.EMPTY_BUFFER;
  }

  private void waitOn() {
    patience.waitFor(wanted(), reader.heads());
  }

  private Wait wanted() {
    if (isDeaf()) {
      return Wait.END;
    }
    if (reader.isInBody()) {
      return Wait.BODY;
    }
    if (isAnswering) {
      return Wait.NOTHING;
    }
    if (reader.heads() == 0) {
      return Wait.FIRST_HEAD;
    }
    if (reader.isInHead()) {
      return Wait.HEAD;
    }
    return unsent > 0 ? Wait.NOTHING : Wait.NEXT;
  }

  private void late(Wait wait) {
    switch (wait) {
      case NOTHING -> {}
      case FIRST_HEAD, HEAD -> {
        if (reader.isInHead()) {
          refuse(Malformed.headTooSlow());
        } else {
          closeNow();
        }
      }
      case BODY -> bodyLate();
      case NEXT, END -> closeNow();
    }
  }

  /** While the server itself does not read, the client's time stands still. */
  private void bodyLate() {
    if (!channel.config().isAutoRead()) {
      patience.startBody();
    } else if (patience.isBodyLate(reader.bodyBytes())) {
      refuse(Malformed.bodyTooSlow());
    }
  }

  private void refuse(Refusal why) {
    ChannelHandlerContext ctx = channel.pipeline().context(this);
    reader.refuse(why, read);
    handOn(ctx);
    ctx.fireChannelReadComplete();
    waitOn();
    sayFarewell(ctx);
  }

  /** A client that does not read keeps the system's buffers, too: they are given up with it. */
  private void untaken() {
    channel.config().setOption(ChannelOption.SO_LINGER, 0);
    closeNow();
  }

  /** Without a word, and without asking Vert.x, which would wait until all is sent. */
  private void closeNow() {
    channel.pipeline().context(this).close();
  }

  @Override
  public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
    if (message instanceof HttpResponse response) {
      if (response.status().codeClass() == HttpStatusClass.INFORMATIONAL) {
        goAhead();
        ctx.write(message, promise);
        return;
      }
      if (reader.isInBody() || reader.isBroken()) {
        response.headers().set(CONNECTION, HttpHeaderValues.CLOSE);
      }
      isLast |= response.headers().containsValue(CONNECTION, HttpHeaderValues.CLOSE, true);
    }
    if (message instanceof LastHttpContent) {
      answered(ctx);
      ctx.write(message, promise.unvoid().addListener(done -> sent()));
    } else {
      ctx.write(message, promise);
    }
  }

  /** The client was told to send its body: its time begins now. */
  private void goAhead() {
    if (reader.isInBody()) {
      patience.startBody();
    }
  }

  private void answered(ChannelHandlerContext ctx) {
    isAnswering = false;
    unsent++;
    patience.sending();
    if (!isHandingOn && held.isReadable()) {
      ctx.executor()
          .execute(() -> {
            goOn(ctx);
            ctx.fireChannelReadComplete();
          });
    }
  }

  private void sent() {
    unsent--;
    if (unsent == 0) {
      patience.sent();
    } else {
      patience.sending();
    }
    if (isLast && !isAnswering) {
      channel.close();
    }
    waitOn();
  }

  @Override
  public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
    boolean mayBeSending = isDeaf() || held.isReadable();
    leave();
    if (mayBeSending) {
      LastWord.close(ctx, limits.headTime(), promise);
    } else {
      ctx.close(promise);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    leave();
    ctx.fireChannelInactive();
  }

  private void leave() {
    isLast = true;
    patience.end();
    drop();
  }
}
