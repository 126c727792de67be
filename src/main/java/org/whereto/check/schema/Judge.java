// SPDX-License-Identifier: Apache-2.0
package org.whereto.check.schema;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionConfig;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.PathType;
import com.networknt.schema.regex.RegularExpression;
import java.util.List;
import java.util.Locale;
import org.whereto.check.value.LinearRegex;
import org.whereto.check.value.Steps;
import org.whereto.tree.BadInput;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The library that knows what the keywords of JSON Schema mean, on a short leash: it loads nothing,
 * its regular expressions are linear, and it counts its steps.
 */
final class Judge {

  /** Expressions are compiled with a schema, and matched where a judgement counts its steps. */
  private static final ScopedValue<Steps> STEPS = ScopedValue.newInstance();

  private final Schema schema;

  private Judge(Schema schema) {
    this.schema = schema;
  }

  /** Of a schema without faults. */
  static Judge of(Draft draft, ObjectNode schema) {
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder()
            .regularExpressionFactory(Judge::regex)
            .formatAssertionsEnabled(true)
            .pathType(PathType.JSON_POINTER)
            .locale(Locale.ROOT)
            .build();
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            dialect(draft),
            builder ->
                builder
                    .schemaRegistryConfig(config)
                    .schemaLoader(loader ->
                        loader
                            .resourceLoaders(loaders -> loaders.values(List::clear))
                            .allow(iri -> false)));
    Schema read = registry.getSchema(schema);
    read.initializeValidators();
    return new Judge(read);
  }

  private static Dialect dialect(Draft draft) {
    Dialect whole =
        switch (draft) {
          case DRAFT_2020_12 -> Dialects.getDraft202012();
          case DRAFT_07 -> Dialects.getDraft7();
        };
    return Dialect.builder(whole).formats(TextFormats::restrict).build();
  }

  private static RegularExpression regex(String text) {
    try {
      LinearRegex regex = LinearRegex.of(text);
      return value -> regex.findsIn(value, STEPS.get());
    } catch (BadInput malformed) {
      throw new IllegalArgumentException(malformed);
    }
  }

  List<Error> errors(JsonNode value, Steps steps) {
    Counting counting = new Counting(steps);
    ScopedValue.where(STEPS, steps).run(() -> schema.validate(counting, value));
    return counting.getErrors();
  }

  /** Every keyword that is looked at goes through here. */
  private static final class Counting extends ExecutionContext {

    private final Steps steps;

    Counting(Steps steps) {
      super(ExecutionConfig.builder().formatAssertionsEnabled(true).locale(Locale.ROOT).build());
      this.steps = steps;
    }

    @Override
    public void evaluationPathAddLast(String token) {
      steps.take(1);
      super.evaluationPathAddLast(token);
    }

    @Override
    public void evaluationPathAddLast(int token) {
      steps.take(1);
      super.evaluationPathAddLast(token);
    }
  }
}
