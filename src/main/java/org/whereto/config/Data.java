// SPDX-License-Identifier: Apache-2.0
package org.whereto.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.whereto.check.DataCheck;
import org.whereto.check.data.DataDemand;
import org.whereto.check.data.Holding;
import org.whereto.check.data.Holdings;
import org.whereto.check.data.NamedHolding;
import org.whereto.check.data.Standing;
import org.whereto.check.room.Room;
import org.whereto.systems.data.DataSettings;
import org.whereto.systems.data.DataSettings.Pace;
import org.whereto.task.DataType;
import org.whereto.tree.Settings;
import org.whereto.tree.Word;

/**
 * The key {@code data}: what of the world's data is here, and what can be reached.
 *
 * @param systems that are asked for single items of it
 */
record Data(Holdings holdings, DataSettings systems) {

  private static final String KEY = "data";
  private static final String NAMED = "named";

  static Data read(Settings in) {
    return in.part(
            KEY,
            "What of the world's data is here, and what can be reached from here.",
            Data::entries)
        .orElseGet(() -> new Data(Holdings.NONE, DataSettings.NONE));
  }

  private static Data entries(Settings in) {
    List<Holding> all = new ArrayList<>();
    Overlaps overlaps = new Overlaps(in);
    AskedForData asked = new AskedForData();
    all.addAll(
        present(
            in.list(
                "rucio",
                "Rucio servers.",
                entry -> new DataEntry(entry, overlaps, asked).rucio())));
    all.addAll(
        present(
            in.list(
                "vospace", "VOSpaces.", entry -> new DataEntry(entry, overlaps, asked).vospace())));
    all.addAll(
        present(
            in.list("s3", "S3 services.", entry -> new DataEntry(entry, overlaps, asked).s3())));
    all.addAll(
        present(
            in.list(
                "http",
                "Places of web servers.",
                entry -> new DataEntry(entry, overlaps, asked).http())));
    all.addAll(named(in));
    Pace pace = Pace.read(in);
    return new Data(new Holdings(all, pace.fresh()), asked.at(pace));
  }

  private static List<Holding> present(List<Optional<Holding>> read) {
    return read.stream().flatMap(Optional::stream).toList();
  }

  private static List<Holding> named(Settings in) {
    Map<String, Standing> standings =
        in.named(
            NAMED,
            "Further types of data, by their names; nobody looks for single items of them.",
            (_, type) -> standing(type));
    List<Holding> all = new ArrayList<>();
    standings.forEach((datatype, standing) -> {
      if (DataType.named(datatype).isPresent()) {
        in.problem(
            NAMED,
            "\""
                + datatype
                + "\" is no type known by its name alone: say under \"rucio\", \"vospace\","
                + " \"s3\" or \"http\" what of it is here.");
      }
      all.add(new NamedHolding(datatype, standing));
    });
    return all;
  }

  private static Standing standing(Settings type) {
    type.shorthand("standing");
    String word =
        type.choice(
            "standing",
            List.of(Word.of(Standing.HERE), Word.of(Standing.REACHABLE)),
            Word.of(Standing.REACHABLE),
            "Whether all data of the type is here, or can be reached; default: reachable.");
    return word.equals(Word.of(Standing.HERE)) ? Standing.HERE : Standing.REACHABLE;
  }

  /**
   * What is looked at where these demands are made, the strictest of which counts.
   *
   * @param in where faults are reported
   * @param room into whose store data is copied
   */
  DataCheck check(Settings in, List<Demand> demands, Room room) {
    DataDemand strictest = DataDemand.REACHABLE;
    for (Demand demand : demands) {
      strictest = strictest.and(demand.nearness());
      refuseUnmeetable(in, demand);
    }
    return holdings.all().isEmpty()
        ? DataCheck.UNDECLARED
        : new DataCheck(holdings, strictest, room);
  }

  private void refuseUnmeetable(Settings in, Demand demand) {
    if (holdings.all().isEmpty()) {
      in.problemAt(
          demand.place(),
          "No data can be "
              + Word.of(demand.nearness())
              + " where none is named: say under \"data\""
              + " at the top of the file what is.");
    } else if (demand.nearness() == DataDemand.HERE && holdings.here().isEmpty()) {
      in.problemAt(
          demand.place(),
          "No data is here, so that no task could meet this: name some under \"here\" in \"data\","
              + " or demand \"reachable\".");
    }
  }
}
