package cn.zhitong.peer.cel;

import dev.cel.common.CelValidationException;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.Map;
import java.util.function.Function;

/**
 * A CEL expression over the map {@code f} of what a file says, compiled: from the map to {@code
 * met}, {@code unknown} or {@code not_met}.
 */
public final class CelRules implements Function<String, Function<Map<String, Object>, String>> {
  private final CelCompiler compiler =
      CelCompilerFactory.standardCelCompilerBuilder()
          .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
          .addVar("f", MapType.create(SimpleType.STRING, SimpleType.DYN))
          .setResultType(SimpleType.STRING)
          .build();
  private final CelRuntime runtime = CelRuntimeFactory.standardCelRuntimeBuilder().build();

  @Override
  public Function<Map<String, Object>, String> apply(String expression) {
    try {
      CelRuntime.Program program = runtime.createProgram(compiler.compile(expression).getAst());
      return file -> evaluate(program, file);
    } catch (CelValidationException | CelEvaluationException e) {
      throw new IllegalArgumentException(expression, e);
    }
  }

  private static String evaluate(CelRuntime.Program program, Map<String, Object> file) {
    try {
      return (String) program.eval(Map.of("f", file));
    } catch (CelEvaluationException e) {
      throw new IllegalStateException(e);
    }
  }
}
