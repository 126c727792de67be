// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.registry;

import java.util.Optional;
import java.util.function.Predicate;
import org.whereto.systems.fetch.FetchUrl;
import org.whereto.systems.fetch.IpAddress;
import org.whereto.task.ImageRegistry;
import org.whereto.tree.BadInput;

/**
 * Where a registry is asked.
 *
 * @param name as people know it, like {@code docker.io}
 * @param origin scheme, host and port of its API
 */
record RegistryHost(String name, String origin) {

  /** Docker Hub's name is that of its pages; its API has a host of its own. */
  static final String DOCKER_HUB_API = "registry-1.docker.io";

  /**
   * The host of a registry in its normal form. It is spoken to over https, unless the owner lists
   * it with plain http alone.
   *
   * @param listed whether the owner lets a URL be fetched
   * @throws BadInput {@code fetch.bad-url} for a name that cannot stand in a URL
   */
  static RegistryHost of(String registry, Predicate<FetchUrl> listed) throws BadInput {
    String authority = authority(registry);
    FetchUrl secure = FetchUrl.of("https://" + authority);
    FetchUrl plain = FetchUrl.of("http://" + authority);
    boolean isPlain = !listed.test(secure) && listed.test(plain);
    return new RegistryHost(registry, (isPlain ? plain : secure).origin());
  }

  boolean isSecure() {
    return origin.startsWith("https:");
  }

  private static String authority(String registry) {
    if (registry.equals(ImageRegistry.DOCKER_HUB)) {
      return DOCKER_HUB_API;
    }
    int end = registry.indexOf(']');
    Optional<IpAddress> address =
        registry.startsWith("[") && end > 0
            ? IpAddress.version6(registry.substring(1, end))
            : Optional.empty();
    return address.isEmpty() ? registry : "[" + address.get() + "]" + registry.substring(end + 1);
  }
}
