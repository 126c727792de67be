// SPDX-License-Identifier: Apache-2.0
package org.whereto.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whereto.answer.Finding;
import org.whereto.answer.Finding.Outcome;
import org.whereto.answer.Reason;
import org.whereto.check.data.Credentials;
import org.whereto.check.data.DataDemand;
import org.whereto.check.data.Holdings;
import org.whereto.check.data.HttpHolding;
import org.whereto.check.data.S3Holding;
import org.whereto.check.data.Terms;
import org.whereto.check.room.Limits;
import org.whereto.check.room.Room;
import org.whereto.task.Amount;
import org.whereto.task.Amount.Measure;
import org.whereto.task.DataItem;
import org.whereto.task.DataItem.HttpResource;
import org.whereto.task.Resources;
import org.whereto.task.Task;
import org.whereto.tree.BadInput;
import org.whereto.tree.Tree.Mapping;
import org.whereto.world.Known;
import org.whereto.world.Replica;
import org.whereto.world.Replicas;

/** What is copied has to fit into the store of a Task, all of it together. */
class DataStoreTest {

  private static final String COPIED = "https://copied.example.org/";
  private static final String READ = "https://read.example.org/";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // items with their sizes | resources | ceiling and default | what is said
        "copied:6 copied:4 | '' | 10 | ''",
        "copied:6 copied:5 | '' | 10 | data.too-large",
        "copied:6 read:500 | '' | 10 | ''",
        "copied:6 read:? | '' | 10 | ''",
        "copied:11 | '' | '' | ''",
        "copied:? | '' | '' | ''",
        "copied:? | '' | 10 | data.not-checked",
        "copied:? | minstore: 1 | 10 | data.size-not-known",
        "copied:6 | '' | 10 5 | data.too-large",
        "copied:6 | minstore: 6 | 10 5 | ''",
        "copied:6 | maxstore: 5 | 10 | data.too-large",
        "copied:6 | maxstore: 7 | 10 | ''",
        "copied:11 copied:? | '' | 10 | data.not-checked data.too-large",
        "copied:0 | '' | 0 | ''",
      })
  void allThatIsCopiedHasToFit(String items, String resources, String store, String codes)
      throws BadInput {
    List<String> said = look(items, resources, store).says().stream().map(Reason::code).toList();
    assertThat(String.join(" ", said)).isEqualTo(codes);
  }

  /** Its endpoint may be left out, which only the platform can fill in. */
  @ParameterizedTest
  @CsvSource({"10, true", "9, false"})
  void whatIsNamedInTwoWaysIsCopiedOnce(String max, boolean fits) throws BadInput {
    String endpoint = "https://s3.example.org";
    String item = "{datatype: uri://s3-object, datainfo: {bucket: abc, %s}}";
    String data =
        String.join(
            ", ",
            item.formatted("object: a"),
            item.formatted("object: a, endpoint: '" + endpoint + "'"),
            item.formatted("object: b, region: us-east-1"),
            item.formatted("object: b, region: eu-west-1, endpoint: '" + endpoint + "'"));
    S3Holding holding = new S3Holding(endpoint, List.of("abc"), List.of(), Terms.USUAL);
    DataCheck check =
        new DataCheck(
            new Holdings(List.of(holding), Duration.ofMinutes(1)), DataDemand.HERE, room(max));
    Replica five = new Replica(List.of(), OptionalLong.of(5_000_000_000L));
    DataLook look = DataLook.of(check, task(data, ""), DataLook.saying(five));
    assertThat(look.codes().contains("data.too-large")).isNotEqualTo(fits);
    assertThat(look.standings()).hasSize(4).containsOnly("here");
  }

  /** In the asked unit, and so that the larger looks larger. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "240 | minstore: 100 | 239.9 | 100",
        "10.0000001 | '' | 10 | 10",
      })
  void amountsAreTold(String size, String resources, String max, String other) throws BadInput {
    String store = other.equals("100") ? max + " 100" : max;
    Reason reason = look("copied:" + size, resources, store).says().getFirst();
    assertThat(reason.code()).isEqualTo("data.too-large");
    assertThat(reason.path()).isEqualTo("data");
    assertThat(reason.asked()).isEqualTo(size.equals("240") ? "240" : "10.001G");
    assertThat(reason.limit()).isEqualTo(size.equals("240") ? "100" : "10G");
  }

  @Test
  void whatCannotBeToldIsNoYes() throws BadInput {
    DataLook look = look("copied:?", "", "10");
    assertThat(look.findings()).extracting(Finding::outcome).contains(Outcome.CANNOT_TELL);
    assertThat(look.standings()).containsExactly("reachable");
  }

  private static DataLook look(String items, String resources, String store) throws BadInput {
    Map<DataItem, Known<Optional<Replica>>> said = new HashMap<>();
    StringBuilder data = new StringBuilder();
    for (String item : items.split(" ", -1)) {
      String[] parts = item.split(":", 2);
      String url = (parts[0].equals("read") ? READ : COPIED) + said.size();
      data.append("{datatype: uri://http-resource, datainfo: {url: '" + url + "'}}, ");
      OptionalLong bytes =
          parts[1].equals("?")
              ? OptionalLong.empty()
              : OptionalLong.of(new BigDecimal(parts[1]).movePointRight(9).longValueExact());
      said.put(
          new HttpResource(url),
          new Known.Value<>(Optional.of(new Replica(List.of(), bytes)), Duration.ZERO));
    }
    Replicas replicas = _ -> said;
    return DataLook.of(check(store), task(data.toString(), resources), replicas);
  }

  private static DataCheck check(String store) {
    Holdings holdings =
        new Holdings(
            List.of(
                new HttpHolding(List.of(), List.of(COPIED), Terms.USUAL),
                new HttpHolding(List.of(), List.of(READ), new Terms(Credentials.ANONYMOUS, false))),
            Duration.ofMinutes(1));
    return new DataCheck(holdings, DataDemand.REACHABLE, room(store));
  }

  private static Room room(String store) {
    String[] parts = store.split(" ", 2);
    return store.isEmpty()
        ? Room.UNDECLARED
        : new Room(
            Map.of(
                Room.STORE,
                new Limits(
                    Optional.of(bytes(parts[0])),
                    Optional.empty(),
                    parts.length == 1 ? Optional.empty() : Optional.of(bytes(parts[1])))),
            Optional.empty(),
            Map.<String, Set<String>>of(),
            Resources.STANDARD,
            false);
  }

  private static Amount bytes(String giga) {
    return Amount.of(Measure.BYTES, new BigDecimal(giga).movePointRight(9));
  }

  private static Task task(String data, String resources) throws BadInput {
    Mapping members =
        (Mapping) DataLook.tree("{data: [" + data + "], resources: {" + resources + "}}");
    return new Task("t", resources.isEmpty() ? members.without("resources") : members);
  }
}
