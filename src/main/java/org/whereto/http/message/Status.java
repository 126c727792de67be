// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.message;

/** The statuses that this service sends (wire.md, sections 2 and 2.2; RFC 9110). */
public enum Status {
  OK(200, "OK"),
  NO_CONTENT(204, "No Content"),
  PERMANENT_REDIRECT(308, "Permanent Redirect"),
  BAD_REQUEST(400, "Bad Request"),
  NOT_FOUND(404, "Not Found"),
  METHOD_NOT_ALLOWED(405, "Method Not Allowed"),
  NOT_ACCEPTABLE(406, "Not Acceptable"),
  REQUEST_TIMEOUT(408, "Request Timeout"),
  CONTENT_TOO_LARGE(413, "Content Too Large"),
  URI_TOO_LONG(414, "URI Too Long"),
  UNSUPPORTED_MEDIA_TYPE(415, "Unsupported Media Type"),
  TOO_MANY_REQUESTS(429, "Too Many Requests"),
  HEADERS_TOO_LARGE(431, "Request Header Fields Too Large"),
  UNAVAILABLE(503, "Service Unavailable");

  private final int code;
  private final String phrase;

  Status(int code, String phrase) {
    this.code = code;
    this.phrase = phrase;
  }

  public int code() {
    return code;
  }

  public String phrase() {
    return phrase;
  }
}
