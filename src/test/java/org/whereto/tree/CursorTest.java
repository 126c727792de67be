// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CursorTest {

  @ParameterizedTest
  @CsvSource({
    // ~ is a line feed, ^ a carriage return
    "ab, 0, 1:1",
    "ab, 1, 1:2",
    "ab, 9, 1:3",
    "a~b, 1, 1:2",
    "a~b, 2, 2:1",
    "a^b, 2, 2:1",
    "a^~b, 2, 1:3",
    "a^~b, 3, 2:1",
    "a^, 2, 2:1",
    "^^~~a, 4, 4:1",
    "a\uD83D\uDE00b, 3, 1:3",
  })
  void aPlaceIsALineAndACharacter(String text, int offset, String place) {
    char[] characters = text.replace('~', '\n').replace('^', '\r').toCharArray();

    assertThat(new Cursor(characters).place(offset).toString()).isEqualTo(place);
  }

  @Test
  void aPlaceBeforeTheLastIsFoundToo() {
    Cursor cursor = new Cursor("a\nb\nc".toCharArray());

    assertThat(cursor.place(4)).isEqualTo(new Place(3, 1));
    assertThat(cursor.place(2)).isEqualTo(new Place(2, 1));
    assertThat(cursor.place(2)).isEqualTo(new Place(2, 1));
    assertThat(cursor.place(0)).isEqualTo(new Place(1, 1));
  }
}
