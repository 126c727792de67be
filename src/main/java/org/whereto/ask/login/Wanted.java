// SPDX-License-Identifier: Apache-2.0
package org.whereto.ask.login;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an issuer is asked for.
 *
 * @param client as whom this program is known there; it has no secret
 * @param scope words between blanks; empty for what is usual
 * @param audience for whom the token is to be; empty where the issuer decides
 */
public record Wanted(String client, String scope, String audience) {

  /** As which we are known where nothing else is said. */
  public static final String USUAL_CLIENT = "whereto";

  /** To be known, and to stay logged in. */
  private static final List<String> USUAL = List.of("openid", "profile", "offline_access");

  /** The fields of a form. */
  Map<String, String> fields(List<String> known) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("client_id", client);
    fields.put("scope", scope.isEmpty() ? usual(known) : scope);
    if (!audience.isEmpty()) {
      fields.put("audience", audience);
    }
    return fields;
  }

  private static String usual(List<String> known) {
    List<String> words = new ArrayList<>(USUAL);
    words.removeIf(word -> !word.equals("openid") && !known.contains(word));
    return String.join(" ", words);
  }
}
