// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Finds where each tag begins without reading the XML; what is no XML its parser refuses. */
class XmlPlacesTest {

  private final Meter meter = new Meter("xml", Budget.SMALL);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<b/>| 1:1",
        "x<b/>| 1:2",
        "</a><b/>| 1:5",
        "<!-- <a/> --><b/>| 1:14",
        "<!--><a/>--><b/>| 1:13",
        "<![CDATA[<a/>]]><b/>| 1:17",
        "<?x <a/> ?><b/>| 1:12",
        "<!-- <b/>| 1:10",
        "<![CDATA[<b/>| 1:14",
        "x| 1:2",
      })
  void theNextTagIsFoundBehindEverythingElse(String text, String place) throws BadInput {
    assertThat(new XmlPlaces(text.toCharArray()).next(meter).toString()).isEqualTo(place);
  }

  @Test
  void aDoctypeIsRefusedWhereItStands() {
    XmlPlaces places = new XmlPlaces("<!-- -->\n<!DOCTYPE a><a/>".toCharArray());

    BadInput fault = catchThrowableOfType(BadInput.class, () -> places.next(meter));
    assertThat(fault.code()).isEqualTo("xml.doctype");
    assertThat(fault.place()).isEqualTo(new Place(2, 1));
  }
}
