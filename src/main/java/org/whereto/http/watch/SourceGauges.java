// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.whereto.platform.Mounts;
import org.whereto.platform.Serving;
import org.whereto.world.SourceState;
import org.whereto.world.SourceState.Use;

/** How the sources of available amounts fare, for each platform that names them. */
final class SourceGauges {

  private final MultiGauge age;
  private final MultiGauge up;
  private final MultiGauge failing;

  SourceGauges(MeterRegistry registry) {
    age =
        MultiGauge.builder("whereto.source.age")
            .description("Age of what a source of available amounts said last.")
            .baseUnit("seconds")
            .register(registry);
    up =
        MultiGauge.builder("whereto.source.up")
            .description("1 where what it said last is used, 0 where it is too old or never came.")
            .register(registry);
    failing =
        MultiGauge.builder("whereto.source.failing")
            .description("1 where it could not be read the last time.")
            .register(registry);
  }

  void show(Mounts mounts) {
    List<Row<?>> ages = new ArrayList<>();
    List<Row<?>> ups = new ArrayList<>();
    List<Row<?>> failures = new ArrayList<>();
    for (Map.Entry<String, Serving> mounted : mounts.byName().entrySet()) {
      for (SourceState state : mounted.getValue().world().availability().states()) {
        Tags tags = Tags.of("platform", PlatformLabel.of(mounted.getKey()), "source", state.name());
        state.age().ifPresent(time -> ages.add(Row.of(tags, time.toMillis() / 1000.0)));
        ups.add(Row.of(tags, state.use() == Use.NONE ? 0 : 1));
        failures.add(Row.of(tags, state.isFailing() ? 1 : 0));
      }
    }
    age.register(ages, true);
    up.register(ups, true);
    failing.register(failures, true);
  }
}
