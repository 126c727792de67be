// SPDX-License-Identifier: Apache-2.0
package org.whereto.check.rule;

import com.google.common.collect.ImmutableSet;
import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.checker.CelStandardDeclarations.StandardOverload;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelSource;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeBuilder;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The language of one owner's rules: CEL, with these variables and lists and few functions. What it
 * has cannot give a wrong answer without a word: numbers with a fraction are compared, but not
 * calculated with; whole numbers do not overflow; types are never mixed.
 */
public final class RuleLanguage {

  /** Characters of one expression. */
  private static final int LONGEST = 4000;

  private static final int DEEPEST = 40;

  /** Times that the bodies of {@code all}, {@code exists} and the like may run. */
  private static final int MOST_ROUNDS = 20_000;

  /** A character of a text may cost as many steps of a regular expression. */
  private static final int LARGEST_REGEX = 300;

  private static final CelOptions OPTIONS =
      CelOptions.current()
          .maxExpressionCodePointSize(LONGEST)
          .maxParseRecursionDepth(DEEPEST)
          .maxParseErrorRecoveryLimit(5)
          .comprehensionMaxIterations(MOST_ROUNDS)
          .maxRegexProgramSize(LARGEST_REGEX)
          .enableHeterogeneousNumericComparisons(true)
          .errorOnIntWrap(true)
          .build();

  private static final Set<StandardFunction> LOGIC =
      Set.of(
          StandardFunction.LOGICAL_AND,
          StandardFunction.LOGICAL_OR,
          StandardFunction.LOGICAL_NOT,
          StandardFunction.NOT_STRICTLY_FALSE,
          StandardFunction.CONDITIONAL,
          StandardFunction.EQUALS,
          StandardFunction.NOT_EQUALS,
          StandardFunction.LESS,
          StandardFunction.LESS_EQUALS,
          StandardFunction.GREATER,
          StandardFunction.GREATER_EQUALS,
          StandardFunction.IN,
          StandardFunction.INDEX,
          StandardFunction.SIZE,
          StandardFunction.MATCHES,
          StandardFunction.CONTAINS,
          StandardFunction.STARTS_WITH,
          StandardFunction.ENDS_WITH);

  private static final Set<StandardFunction> ARITHMETIC =
      Set.of(
          StandardFunction.ADD,
          StandardFunction.SUBTRACT,
          StandardFunction.MULTIPLY,
          StandardFunction.DIVIDE,
          StandardFunction.MODULO,
          StandardFunction.NEGATE);

  private static final Set<String> STRANGE_TYPES =
      Set.of("uint64", "bytes", "timestamp", "duration", "map", "int64_double", "double_int64");

  private final CelCompiler compiler;
  private final CelRuntime runtime;
  private final Set<String> names = new HashSet<>();

  /**
   * A language.
   *
   * @param variables by their names
   * @param lists by name; each is a function that tells whether a text is in the list
   */
  public RuleLanguage(Map<String, Sort> variables, Map<String, Set<String>> lists) {
    names.addAll(variables.keySet());
    names.addAll(lists.keySet());
    CelCompilerBuilder compiling =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardEnvironmentEnabled(false)
            .setStandardDeclarations(
                CelStandardDeclarations.newBuilder()
                    .filterFunctions(RuleLanguage::isOffered)
                    .filterIdentifiers(identifier -> false)
                    .build())
            .setStandardMacros(
                CelStandardMacro.ALL,
                CelStandardMacro.EXISTS,
                CelStandardMacro.EXISTS_ONE,
                CelStandardMacro.FILTER,
                CelStandardMacro.MAP,
                CelStandardMacro.MAP_FILTER)
            .setResultType(SimpleType.BOOL);
    CelRuntimeBuilder running = CelRuntimeFactory.plannerRuntimeBuilder().setOptions(OPTIONS);
    variables.forEach((name, sort) -> compiling.addVar(name, type(sort)));
    lists.forEach((name, texts) -> {
      compiling.addFunctionDeclarations(
          CelFunctionDecl.newFunctionDeclaration(
              name,
              CelOverloadDecl.newGlobalOverload(
                  overload(name), SimpleType.BOOL, SimpleType.STRING)));
      running.addFunctionBindings(membership(name, ImmutableSet.copyOf(texts)));
    });
    this.compiler = compiling.build();
    this.runtime = running.build();
  }

  private static String overload(String name) {
    return name + "_text";
  }

  private static ImmutableSet<CelFunctionBinding> membership(
      String name, ImmutableSet<String> texts) {
    return CelFunctionBinding.fromOverloads(
        name, CelFunctionBinding.from(overload(name), String.class, text -> texts.contains(text)));
  }

  private static boolean isOffered(StandardFunction function, StandardOverload overload) {
    String id = overload.celOverloadDecl().overloadId();
    boolean strange = STRANGE_TYPES.stream().anyMatch(id::contains);
    return !strange
        && (LOGIC.contains(function) || (ARITHMETIC.contains(function) && !id.contains("double")));
  }

  private static CelType type(Sort sort) {
    CelType single =
        switch (sort.single()) {
          case TEXT -> SimpleType.STRING;
          case INT -> SimpleType.INT;
          case NUMBER -> SimpleType.DOUBLE;
          case FLAG -> SimpleType.BOOL;
        };
    return sort.many() ? ListType.create(single) : single;
  }

  /** Who is told what is wrong with an expression. */
  public interface Faults {

    /**
     * Something is wrong.
     *
     * @param offset characters of the expression that stand before it
     */
    void add(int offset, String sentence);
  }

  /** The expression that a text is; nothing after a fault. */
  public Optional<Expression> read(String text, Faults faults) {
    try {
      CelValidationResult checked = compiler.compile(text);
      if (checked.hasError()) {
        CelIssue first = checked.getErrors().getFirst();
        faults.add(
            offset(checked.getSource(), first.getSourceLocation()),
            new Complaint(names).about(first.getMessage()));
        return Optional.empty();
      }
      CelAbstractSyntaxTree tree = checked.getAst();
      Guard guard = new Guard(tree, text, faults);
      return guard.isSound()
          ? Optional.of(new Expression(runtime.createProgram(tree), guard.names()))
          : Optional.empty();
    } catch (CelValidationException | CelEvaluationException | RuntimeException unreadable) {
      faults.add(0, "This expression cannot be read.");
      return Optional.empty();
    }
  }

  private static int offset(CelSource source, CelSourceLocation at) {
    return source.getLocationOffset(at).orElse(0);
  }
}
