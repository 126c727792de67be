// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.fetch;

import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names as a test wants them, for {@link GuardedFetch}. */
final class FakeNames implements Names {

  private final Map<String, List<List<IpAddress>>> known = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private List<IpAddress> otherwise = List.of();

  /** Any name that is not known has these addresses. */
  static FakeNames all(String... addresses) {
    FakeNames names = new FakeNames();
    names.otherwise = parsed(addresses);
    return names;
  }

  /** The addresses of a name; said again, what it answers next, the last for ever. */
  FakeNames with(String name, String... addresses) {
    known.computeIfAbsent(name, _ -> new ArrayList<>()).add(parsed(addresses));
    return this;
  }

  /** The names that were looked up, in this order. */
  synchronized List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public synchronized List<IpAddress> addresses(String name) throws UnknownHostException {
    asked.add(name);
    List<List<IpAddress>> answers = known.getOrDefault(name, List.of(otherwise));
    List<IpAddress> answer = answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
    if (answer.isEmpty()) {
      throw new UnknownHostException(name);
    }
    return answer;
  }

  private static List<IpAddress> parsed(String... addresses) {
    return Arrays.stream(addresses).map(FakeNames::address).toList();
  }

  static IpAddress address(String text) {
    return IpAddress.version4(text).or(() -> IpAddress.version6(text)).orElseThrow();
  }
}
