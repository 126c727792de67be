// SPDX-License-Identifier: Apache-2.0
package org.whereto.config;

import java.util.ArrayList;
import java.util.List;
import org.whereto.check.DataCheck;
import org.whereto.check.ResourcesCheck;
import org.whereto.check.room.Room;
import org.whereto.platform.Offered;
import org.whereto.platform.Supply;
import org.whereto.tree.Settings;

/** What the interfaces of acceptances have for a Task, of all that the three levels say. */
record Supplies(
    Data data, Conditions everywhere, Rooms rooms, RoomLevel outermost, Interfaces interfaces) {

  /** That of each of these interfaces, in their order. */
  List<Supply> of(Settings acceptance, Conditions own, List<Offered> on) {
    List<Supply> supplies = new ArrayList<>();
    RoomLevel innermost = rooms.read(acceptance);
    for (Offered offered : on) {
      List<Demand> demands = new ArrayList<>();
      everywhere.data().ifPresent(demands::add);
      interfaces.conditions(offered).data().ifPresent(demands::add);
      own.data().ifPresent(demands::add);
      Room room = rooms.room(List.of(outermost, interfaces.room(offered), innermost));
      DataCheck near = data.check(acceptance, demands, room);
      supplies.add(Supply.of(new ResourcesCheck(room, near), near, acceptance.place()));
    }
    return supplies;
  }
}
