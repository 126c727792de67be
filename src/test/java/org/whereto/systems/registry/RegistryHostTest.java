// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whereto.task.ImageReference;
import org.whereto.tree.BadInput;

/** Where the registry of an image's name is asked. */
class RegistryHostTest {

  /** Listed is one origin, as {@link FetchUrl} writes it. */
  @ParameterizedTest
  @CsvSource({
    "app, '', https://registry-1.docker.io",
    "docker.io/app, '', https://registry-1.docker.io",
    "INDEX.docker.io/app, '', https://registry-1.docker.io",
    "app, http://registry-1.docker.io, http://registry-1.docker.io",
    "quay.io/org/app, '', https://quay.io",
    "Quay.IO:443/org/app, '', https://quay.io",
    "quay.io:5000/org/app, '', https://quay.io:5000",
    "reg.example.org:5000/app, http://reg.example.org:5000, http://reg.example.org:5000",
    "reg.example.org:5000/app, https://reg.example.org:5000, https://reg.example.org:5000",
    "reg.example.org:5000/app, http://reg.example.org, https://reg.example.org:5000",
    "reg.example.org:80/app, http://reg.example.org, http://reg.example.org",
    "localhost/app, '', https://localhost",
    "192.0.2.7/app, '', https://192.0.2.7",
    "'[2001:DB8:0:0:0:0:0:7]:5000/app', '', 'https://[2001:db8::7]:5000'",
  })
  void itIsAskedOverHttpsUnlessListedOtherwise(String image, String listed, String origin)
      throws BadInput {
    String registry = ImageReference.parse(image).registry();
    assertThat(RegistryHost.of(registry, url -> url.origin().equals(listed)).origin())
        .isEqualTo(origin);
  }

  /** Where both are listed, nobody on the way decides. */
  @ParameterizedTest
  @CsvSource("reg.example.org")
  void httpsWinsWhereBothAreListed(String registry) throws BadInput {
    assertThat(RegistryHost.of(registry, _ -> true).origin()).isEqualTo("https://" + registry);
  }
}
