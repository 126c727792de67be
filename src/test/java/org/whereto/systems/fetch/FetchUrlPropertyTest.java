// SPDX-License-Identifier: Apache-2.0
package org.whereto.systems.fetch;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.whereto.tree.BadInput;

/** Texts that are made of the pieces that URLs are made of. */
class FetchUrlPropertyTest {

  @Property
  void whateverIsTakenOthersTakeAlike(@ForAll("nearlyUrls") String text) {
    UrlReaders.agreeOn(text);
    UrlReaders.agreeOn("http://" + text);
  }

  @Property
  void whereverARedirectLeadsOthersWouldGoToo(@ForAll("nearlyUrls") String text) throws BadInput {
    UrlReaders.agreeOnRedirect(text);
  }

  @Provide
  Arbitrary<String> nearlyUrls() {
    return Arbitraries.of(
            "http",
            "https",
            ":",
            "//",
            "/",
            "\\",
            "@",
            "?",
            "#",
            "[",
            "]",
            "::",
            ".",
            "..",
            "-",
            "%",
            "%2e",
            "0",
            "1",
            "127",
            "0x7f",
            "0177",
            "256",
            "2130706433",
            "a",
            "z9",
            "xn--a",
            "example",
            "org",
            "localhost",
            "ffff",
            "7f00",
            "db8",
            "80",
            "65536",
            "user",
            " ",
            "\t",
            "é",
            "。",
            "+",
            "*",
            "_")
        .list()
        .ofMaxSize(12)
        .map(pieces -> String.join("", pieces));
  }
}
