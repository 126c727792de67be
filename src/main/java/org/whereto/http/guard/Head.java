// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.guard;

import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import java.util.List;
import org.whereto.http.message.Refusal;
import org.whereto.http.settings.Limits;

/** Request line and headers of one request, as they come line by line. */
final class Head {

  /** What a request that broke in its first line is taken for. */
  private static final RequestLine NONE =
      new RequestLine(HttpMethod.GET, "/", HttpVersion.HTTP_1_1);

  /** Digits that fit a long whatever they are. */
  private static final int LONGEST_LENGTH = 18;

  private final Limits limits;
  private final HttpHeaders headers =
      DefaultHttpHeadersFactory.headersFactory().withValidation(false).newHeaders();
  private RequestLine line = NONE;
  private boolean hasBegun;

  Head(Limits limits) {
    this.limits = limits;
  }

  boolean hasBegun() {
    return hasBegun;
  }

  /** Adds the next line; the first is the request line. */
  void add(String text) throws Refusal {
    if (!hasBegun) {
      hasBegun = true;
      line = RequestLine.of(text);
      return;
    }
    FieldLine field = FieldLine.of(text);
    if (headers.size() == limits.headLines()) {
      throw Malformed.headersTooLarge(limits);
    }
    headers.add(field.name(), field.value());
  }

  /** The whole head, when all lines are there. */
  HttpRequest whole() throws Refusal {
    checkHost();
    if (headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE, true)) {
      headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    }
    return new DefaultHttpRequest(line.version(), line.method(), line.target(), headers);
  }

  /** What came of it, with the reason why it goes no further. */
  HttpRequest refused(Refusal why) {
    headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    HttpRequest request =
        new DefaultHttpRequest(HttpVersion.HTTP_1_1, line.method(), line.target(), headers);
    request.setDecoderResult(DecoderResult.failure(why));
    return request;
  }

  private boolean isOld() {
    return line.version().equals(HttpVersion.HTTP_1_0);
  }

  private void checkHost() throws Refusal {
    List<String> hosts = headers.getAll(HttpHeaderNames.HOST);
    if (hosts.isEmpty() && isOld()) {
      return;
    }
    if (hosts.size() != 1) {
      throw Malformed.host(
          "A request of HTTP/1.1 has one Host header: this one has "
              + (hosts.isEmpty() ? "none." : "several."));
    }
    if (!HostField.isSound(hosts.getFirst())) {
      throw Malformed.host("The Host header is no host, or no host:port.");
    }
  }

  /** Where the body ends (RFC 9112, section 6.3, without the choices that it leaves). */
  BodyReader body() throws Refusal {
    List<String> lengths = headers.getAll(HttpHeaderNames.CONTENT_LENGTH);
    List<String> codings = headers.getAll(HttpHeaderNames.TRANSFER_ENCODING);
    if (codings.isEmpty()) {
      return new SizedBody(length(lengths));
    }
    if (!lengths.isEmpty()) {
      throw Malformed.framing("Content-Length and Transfer-Encoding exclude each other.");
    }
    if (isOld()) {
      throw Malformed.framing("HTTP/1.0 knows no Transfer-Encoding: send a Content-Length.");
    }
    if (codings.size() > 1 || !codings.getFirst().equalsIgnoreCase("chunked")) {
      throw Malformed.framing("The only Transfer-Encoding taken is chunked, once.");
    }
    return new ChunkedBody(limits);
  }

  private static long length(List<String> values) throws Refusal {
    if (values.isEmpty()) {
      return 0;
    }
    if (values.size() > 1) {
      throw Malformed.framing("There are several Content-Length headers: send one.");
    }
    String digits = values.getFirst();
    if (digits.isEmpty() || digits.length() > LONGEST_LENGTH || !AsciiSet.DIGITS.hasAllOf(digits)) {
      throw Malformed.framing("The Content-Length is no number of bytes.");
    }
    return Long.parseLong(digits);
  }
}
