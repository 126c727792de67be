// SPDX-License-Identifier: Apache-2.0
package org.whereto.support;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The Java sources of this project, measured. */
public final class Sources {

  private Sources() {}

  /**
   * One function.
   *
   * @param lines from its signature to its closing brace
   * @param nesting how deep statements that branch, loop or catch stand inside each other
   * @param parameters of a record's canonical constructor none are counted
   */
  public record Function(String name, int lines, int nesting, int parameters) {}

  /** One file and its functions. */
  public record Measured(Path file, int fileLines, List<Function> functions) {}

  public static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  public static List<Measured> measured(Path folder) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<Measured> measured = new ArrayList<>();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  null,
                  null,
                  manager.getJavaFileObjectsFromPaths(files(folder)));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        Path file = Path.of(unit.getSourceFile().getName());
        Functions functions = new Functions(unit, positions);
        functions.scan(unit, null);
        measured.add(new Measured(file, Files.readAllLines(file).size(), functions.found));
      }
    }
    return measured;
  }

  private static final class Functions extends TreeScanner<@Nullable Void, @Nullable Void> {

    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<Function> found = new ArrayList<>();
    private boolean inRecord;

    Functions(CompilationUnitTree unit, SourcePositions positions) {
      this.unit = unit;
      this.positions = positions;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
      boolean outer = inRecord;
      inRecord = type.getKind() == Kind.RECORD;
      super.visitClass(type, null);
      inRecord = outer;
      return null;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
      BlockTree body = method.getBody();
      if (body != null && positions.getStartPosition(unit, body) >= 0) {
        Nesting nesting = new Nesting();
        nesting.scan(body, null);
        found.add(
            new Function(
                method.getName().toString(),
                line(positions.getEndPosition(unit, method))
                    - line(positions.getStartPosition(unit, signature(method)))
                    + 1,
                nesting.deepest,
                inRecord && method.getReturnType() == null ? 0 : method.getParameters().size()));
      }
      return super.visitMethod(method, null);
    }

    /** Annotations do not count: the rows of a table test stand in one. */
    private static Tree signature(MethodTree method) {
      Tree type = method.getReturnType();
      return type == null ? method : type;
    }

    private int line(long position) {
      return (int) unit.getLineMap().getLineNumber(position);
    }
  }

  private static final class Nesting extends TreeScanner<@Nullable Void, @Nullable Void> {

    private int depth;
    private int deepest;

    private @Nullable Void deeper(Runnable inside) {
      depth++;
      deepest = Math.max(deepest, depth);
      inside.run();
      depth--;
      return null;
    }

    /** The next condition of a chain stands beside the one before, not inside it. */
    @Override
    public @Nullable Void visitIf(IfTree node, @Nullable Void nothing) {
      deeper(() -> scan(node.getThenStatement(), null));
      StatementTree otherwise = node.getElseStatement();
      return otherwise instanceof IfTree
          ? scan(otherwise, null)
          : deeper(() -> scan(otherwise, null));
    }

    @Override
    public @Nullable Void visitForLoop(ForLoopTree node, @Nullable Void nothing) {
      return deeper(() -> super.visitForLoop(node, null));
    }

    @Override
    public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree node, @Nullable Void nothing) {
      return deeper(() -> super.visitEnhancedForLoop(node, null));
    }

    @Override
    public @Nullable Void visitWhileLoop(WhileLoopTree node, @Nullable Void nothing) {
      return deeper(() -> super.visitWhileLoop(node, null));
    }

    @Override
    public @Nullable Void visitDoWhileLoop(DoWhileLoopTree node, @Nullable Void nothing) {
      return deeper(() -> super.visitDoWhileLoop(node, null));
    }

    @Override
    public @Nullable Void visitSwitch(SwitchTree node, @Nullable Void nothing) {
      return deeper(() -> super.visitSwitch(node, null));
    }

    @Override
    public @Nullable Void visitSwitchExpression(SwitchExpressionTree node, @Nullable Void nothing) {
      return deeper(() -> super.visitSwitchExpression(node, null));
    }

    @Override
    public @Nullable Void visitTry(TryTree node, @Nullable Void nothing) {
      return deeper(() -> super.visitTry(node, null));
    }

    /** What a class inside a function does is that class's own depth. */
    @Override
    public @Nullable Void visitMethod(MethodTree node, @Nullable Void nothing) {
      int outer = depth;
      depth = 0;
      super.visitMethod(node, null);
      depth = outer;
      return null;
    }
  }
}
