// SPDX-License-Identifier: Apache-2.0
package org.whereto.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whereto.tree.BraceList.Item;

final class BraceListTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{md,python,pyspark}|md/python/pyspark",
        "{ md , python }|md/python",
        "  {a}  |a",
        "{}|``",
        "{ }|``",
        "a|a",
        " a b |a b",
        "a,b|a,b",
        "{\"a,b\", c}|a,b/c",
        "{\"a}\" }|a}",
        "{c, \"a,b\" , \"d\"}|c/a,b/d",
        "{\"\\u0041\\\"\\\\\"}|A\"\\",
        "{c++,c#}|c++/c#",
        "{a\"b}|a\"b",
      })
  void aTextIsTakenApart(String text, String items) throws BadInput {
    assertThat(String.join("/", texts(text))).isEqualTo(items == null ? "" : items);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "}",
        "{a",
        "a}",
        "{a,",
        "{a}b",
        "{a}}",
        "{{a}",
        "{a{b}",
        "{\"a}",
        "{\"a\"b}",
        "{\"a\\\"}",
        "{\"\\x\"}",
        "{\"\\ud800\"}",
        "{\"a\\",
        "{\"",
        "{},",
        "{a},{b}",
        "{\"\t\"}"
      })
  void bracesWithoutAPartnerAndBrokenStringsAreRefused(String text) {
    assertThatThrownBy(() -> BraceList.split(text))
        .isInstanceOfSatisfying(
            BadInput.class, fault -> assertThat(fault.code()).isEqualTo("list.malformed"));
  }

  @Example
  void nothingBetweenCommasIsAnEmptyItem() throws BadInput {
    assertThat(texts("{a,,b,}")).containsExactly("a", "", "b", "");
  }

  @Example
  void blanksBehindAnItemAreCounted() throws BadInput {
    assertThat(BraceList.split("c  ")).containsExactly(new Item("c", 2));
    assertThat(BraceList.split("{c  ,d , e}"))
        .containsExactly(new Item("c", 2), new Item("d", 1), new Item("e", 0));
    assertThat(BraceList.split("{   }")).isEmpty();
  }

  @Property
  void whatIsJoinedIsSplitAgain(@ForAll @Size(max = 5) List<String> items) throws BadInput {
    List<String> sayable =
        items.stream()
            .filter(item -> item.chars().noneMatch(c -> Character.isSurrogate((char) c)))
            .toList();
    assertThat(texts(BraceList.join(sayable))).isEqualTo(sayable);
  }

  @Property
  void noTextIsTooStrange(@ForAll String text) {
    try {
      assertThat(BraceList.split("{" + text)).isNotNull();
    } catch (BadInput fault) {
      assertThat(fault.code()).isEqualTo("list.malformed");
    }
  }

  private static List<String> texts(String text) throws BadInput {
    return BraceList.split(text).stream().map(Item::text).toList();
  }
}
