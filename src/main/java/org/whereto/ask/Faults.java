// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** What went wrong below HTTP, in words for people. */
final class Faults {

  private static final String ADDRESS = "Check the address, and whether the service is up.";

  private Faults() {}

  static NoReply told(IOException fault, URI asked) {
    String host = asked.getRawAuthority();
    return switch (fault) {
      case UnknownHostException _ ->
          unreachable("There is no host " + asked.getHost() + ", or it cannot be looked up.");
      case ConnectTimeoutException _ -> unreachable("No connection to " + host + " in time.");
      case NoRouteToHostException _ -> unreachable("There is no way to " + host + ".");
      case ConnectException _ -> unreachable("Nothing listens at " + host + ".");
      case SSLException insecure -> notSecure(insecure, host);
      case SocketTimeoutException _ ->
          new NoReply(Why.TOO_SLOW, "It was silent for too long.", "Ask again later.", 0);
      case NoHttpResponseException _ -> unreachable("It closed the connection without an answer.");
      case ConnectionClosedException _, MalformedChunkCodingException _ ->
          garbled("Its answer breaks off.");
      case MessageConstraintException _ -> garbled("Its answer has headers beyond all measure.");
      case ClientProtocolException _ -> garbled("It does not speak HTTP/1.1.");
      default -> unreachable("The connection to " + host + " broke.");
    };
  }

  private static NoReply notSecure(SSLException fault, String host) {
    if (fault instanceof SSLPeerUnverifiedException) {
      return new NoReply(
          Why.NOT_SECURE, "Its certificate is not for " + host + ".", "Check the address.", 0);
    }
    boolean certificate =
        fault instanceof SSLHandshakeException
            && fault.getMessage() != null
            && fault.getMessage().contains("PKIX");
    return certificate
        ? new NoReply(
            Why.NOT_SECURE,
            "Its certificate is not signed by anybody this Java trusts.",
            "If it is yours, add its authority to Java's trust store.",
            0)
        : new NoReply(
            Why.NOT_SECURE,
            "No secure connection to " + host + " came about.",
            "Perhaps it speaks plain http there.",
            0);
  }

  private static NoReply unreachable(String sentence) {
    return new NoReply(Why.UNREACHABLE, sentence, ADDRESS, 0);
  }

  private static NoReply garbled(String sentence) {
    return new NoReply(
        Why.NOT_AN_ANSWER, sentence, "Check the address: is this an Execution Planner?", 0);
  }
}
