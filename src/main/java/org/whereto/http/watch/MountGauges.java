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

/** The state of each platform's file. Platforms that have gone and states that are past leave. */
final class MountGauges {

  private final MultiGauge loaded;
  private final MultiGauge failing;
  private final MultiGauge info;

  MountGauges(MeterRegistry registry) {
    loaded =
        MultiGauge.builder("whereto.configuration.loaded.timestamp")
            .description("When the configuration that is served was taken over (Unix time).")
            .baseUnit("seconds")
            .register(registry);
    failing =
        MultiGauge.builder("whereto.configuration.failing")
            .description("1 where the present state of a platform's file cannot be served.")
            .register(registry);
    info =
        MultiGauge.builder("whereto.configuration.info")
            .description("The configuration that is served, by its hash.")
            .register(registry);
  }

  void show(Mounts mounts) {
    List<Row<?>> times = new ArrayList<>();
    List<Row<?>> failures = new ArrayList<>();
    List<Row<?>> hashes = new ArrayList<>();
    for (Map.Entry<String, Serving> mounted : mounts.byName().entrySet()) {
      Tags platform = platform(mounted.getKey());
      Serving serving = mounted.getValue();
      times.add(Row.of(platform, serving.since().toEpochMilli() / 1000.0));
      failures.add(Row.of(platform, serving.failing().isPresent() ? 1 : 0));
      hashes.add(Row.of(platform.and("hash", serving.platform().version().hash()), 1));
    }
    mounts.broken().keySet().forEach(name -> failures.add(Row.of(platform(name), 1)));
    loaded.register(times, true);
    failing.register(failures, true);
    info.register(hashes, true);
  }

  private static Tags platform(String name) {
    return Tags.of("platform", PlatformLabel.of(name));
  }
}
