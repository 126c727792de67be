// SPDX-License-Identifier: Apache-2.0
package org.whereto.http.watch;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.LongSupplier;

/** Shows {@link Readings} in a registry, each as it is at the moment of asking. */
final class ReadingGauges {

  private final MeterRegistry registry;

  private ReadingGauges(MeterRegistry registry) {
    this.registry = registry;
  }

  static void bind(Readings readings, MeterRegistry registry) {
    ReadingGauges gauges = new ReadingGauges(registry);
    gauges.gauge("questions.in.flight", "Questions that are being decided.", readings.questions());
    Gauge.builder("whereto.bodies.in.flight", readings.bodies(), LongSupplier::getAsLong)
        .description("Bytes of bodies that are being received or decided.")
        .baseUnit("bytes")
        .strongReference(true)
        .register(registry);
    gauges.gauge("connections", "Open connections.", readings.connections());
    FunctionCounter.builder(
            "whereto.log.lines.lost", readings.logLinesLost(), LongSupplier::getAsLong)
        .description("Lines of the log that could not be written.")
        .register(registry);
  }

  private void gauge(String name, String description, LongSupplier reading) {
    Gauge.builder("whereto." + name, reading, LongSupplier::getAsLong)
        .description(description)
        .strongReference(true)
        .register(registry);
  }
}
