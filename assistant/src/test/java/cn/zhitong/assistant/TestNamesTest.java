package cn.zhitong.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** The names of the tests of all modules, read from their sources. */
class TestNamesTest {
  private static final Set<String> MARKS =
      Set.of("Test", "ParameterizedTest", "RepeatedTest", "TestFactory", "TestTemplate");

  private static final Pattern SUBJECT_CONDITION_RESULT = Pattern.compile("[a-z]\\w*_\\w+_\\w+");

  private static final int AT_LEAST = 1_500;

  @Test
  void testMethods_ofEveryModule_areNamedBySubjectConditionAndResult() throws IOException {
    List<String> names = new ArrayList<>();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask parse =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(testSources()));
      parse.parse().forEach(unit -> unit.accept(new Names(names), null));
    }
    assertThat(names).hasSizeGreaterThan(AT_LEAST);
    assertThat(names)
        .filteredOn(name -> !SUBJECT_CONDITION_RESULT.matcher(name.split("#", 2)[1]).matches())
        .as("tests not named subject_condition_result (CONTRIBUTING.md)")
        .isEmpty();
  }

  private static List<Path> testSources() throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> modules = Files.list(Path.of("..").toAbsolutePath().normalize())) {
      for (Path each : modules.map(m -> m.resolve("src/test/java")).toList()) {
        if (Files.isDirectory(each)) {
          try (Stream<Path> files = Files.walk(each)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(found::add);
          }
        }
      }
    }
    return found;
  }

  /** Collects the test methods of each class as {@code Class#method}. */
  private static final class Names extends TreeScanner<Void, Void> {
    private final List<String> found;
    private String owner = "";

    Names(List<String> found) {
      this.found = found;
    }

    @Override
    public Void visitClass(ClassTree node, Void nothing) {
      String outer = owner;
      owner = node.getSimpleName().toString();
      super.visitClass(node, nothing);
      owner = outer;
      return null;
    }

    @Override
    public Void visitMethod(MethodTree node, Void nothing) {
      boolean test =
          node.getModifiers().getAnnotations().stream()
              .anyMatch(mark -> MARKS.contains(mark.getAnnotationType().toString()));
      if (test) {
        found.add(owner + "#" + node.getName());
      }
      return super.visitMethod(node, nothing);
    }
  }
}
