package cn.zhitong.assistant.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every setting of the code is in the catalogue and the other way round; docs/settings.md is made
 * of both. {@code -Dzhitong.write-docs=true} writes it.
 */
class SettingsReferenceTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path PAGE = ROOT.resolve("docs/settings.md");
  private static final List<String> SOURCES =
      List.of("assistant/src/main/java", "ingest/src/main/java", "common/src/main/java");
  private static final Pattern PROPERTY =
      Pattern.compile(
          "@ConfigProperty\\(\\s*name\\s*=\\s*\"(zhitong\\.[^\"]+)\"(?:,\\s*defaultValue\\s*=\\s*\"([^\"]*)\")?");
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{(zhitong\\.[a-z.-]+)");
  private static final Pattern SET = Pattern.compile("(?m)^(zhitong\\.[a-z.-]+)=([^$\\n]*)$");
  private static final Path DEPLOY = ROOT.resolve("deploy");
  private static final Pattern VARIABLE = Pattern.compile("\\bZHITONG_[A-Z_]*[A-Z]\\b");
  private static final Pattern RENAMED =
      Pattern.compile("Map\\.entry\\(\\s*\"(zhitong\\.[^\"]+)\",\\s*\"(zhitong\\.[^\"]+)\"\\)");

  /**
   * @param type simple name
   * @param preset empty for none
   */
  private record Setting(String type, String preset) {}

  @Test
  void catalogue_andCode_haveTheSameKeys() throws Exception {
    Set<String> code = new TreeSet<>(settings().keySet());
    Set<String> catalogue =
        SettingsCatalogue.read().meanings().entrySet().stream()
            .filter(e -> e.getKey().startsWith("zhitong.") && !e.getValue().startsWith("旧名"))
            .map(Map.Entry::getKey)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(catalogue)
        .as("assistant/src/main/resources/operation/settings.properties")
        .isEqualTo(code);
  }

  @Test
  void settings_renamed_areInTheCatalogueByBothNames() throws IOException {
    String source =
        Files.readString(
            ROOT.resolve(
                "assistant/src/main/java/cn/zhitong/assistant/runtime/RenamedSettings.java"));
    Matcher entries = RENAMED.matcher(source);
    SettingsCatalogue catalogue = SettingsCatalogue.read();
    int found = 0;
    for (; entries.find(); found++) {
      assertThat(catalogue.renamed(entries.group(1)).orElse("")).contains(entries.group(2));
    }
    assertThat(found).isPositive();
  }

  /** What an image or a launcher sets must not be told as a mistake by {@code doctor}. */
  @Test
  void variables_ofLauncherAndImage_areInTheCatalogue() throws IOException {
    SettingsCatalogue catalogue = SettingsCatalogue.read();
    List<Path> scripts =
        new ArrayList<>(List.of(ROOT.resolve("zhitong"), DEPLOY.resolve("Dockerfile")));
    for (String folder : List.of("launch", "kubernetes")) {
      try (Stream<Path> files = Files.list(DEPLOY.resolve(folder))) {
        files.forEach(scripts::add);
      }
    }
    int found = 0;
    for (Path script : scripts) {
      Matcher variables = VARIABLE.matcher(Files.readString(script));
      for (; variables.find(); found++) {
        assertThat(catalogue.knowsVariable(variables.group()))
            .as(variables.group() + " in " + script)
            .isTrue();
      }
    }
    assertThat(found).isPositive();
  }

  @Test
  void page_ofTheSettings_isWhatTheCodeSays() throws Exception {
    String page = page();
    if (Boolean.getBoolean("zhitong.write-docs")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE))
        .as("write it anew: mvn … -Dtest=SettingsReferenceTest -Dzhitong.write-docs=true")
        .isEqualTo(page);
  }

  private static String page() throws Exception {
    Map<String, Setting> settings = settings();
    StringBuilder page =
        new StringBuilder(
            """
            # 设置项

            本页由代码生成（SettingsReferenceTest），请勿手改；说明在 `assistant/src/main/resources/operation/settings.properties`。

            每一项都可以写成环境变量（全部大写，其他字符换成下划线：`zhitong.llm.base-url` 即 `ZHITONG_LLM_BASE_URL`），也可以写进启动目录的
            `config/application.properties`，或作为 `-D` 参数放进 `ZHITONG_JAVA_OPTS`。名称中的 `*` 由您命名。时长写作 `30s`、`PT15M`、`P180D`。
            写错名称的设置不起作用，`./zhitong doctor` 会指出来。没有默认值的不设即不启用。

            """);
    String section = "";
    for (Map.Entry<String, String> entry : SettingsCatalogue.read().meanings().entrySet()) {
      String key = entry.getKey();
      String here = section(entry);
      if (!here.equals(section)) {
        page.append("\n## ").append(here).append("\n| 名称 | 类型 | 默认 | 含义 |\n|---|---|---|---|\n");
        section = here;
      }
      Setting setting = settings.getOrDefault(key, new Setting("", ""));
      String preset = setting.preset().isEmpty() ? "" : "`" + setting.preset() + "`";
      page.append(
          "| `%s` | %s | %s | %s |%n".formatted(key, setting.type(), preset, entry.getValue()));
    }
    return page.toString().replace("\n\n\n", "\n\n");
  }

  private static String section(Map.Entry<String, String> entry) {
    if (entry.getValue().startsWith("旧名")) {
      return "旧名（下一版本停用）";
    }
    String[] parts = entry.getKey().split("\\.");
    if (parts.length == 1) {
      return "只有环境变量";
    }
    return parts.length == 2 || List.of("ingest", "log", "db", "database").contains(parts[1])
        ? "总体"
        : parts[0] + "." + parts[1];
  }

  /** Those of the mappings, of single properties, and those that the properties refer to. */
  private static Map<String, Setting> settings() throws Exception {
    Map<String, Setting> settings = new TreeMap<>();
    for (Path source : sources()) {
      String text = Files.readString(source);
      if (text.contains("@ConfigMapping(")) {
        Class<?> type = Class.forName(className(source));
        ConfigMapping mapping = type.getAnnotation(ConfigMapping.class);
        if (mapping.prefix().startsWith("zhitong")) {
          collect(mapping.prefix(), type, settings);
        }
      }
      Matcher properties = PROPERTY.matcher(text);
      while (properties.find()) {
        String preset = properties.group(2) == null ? "" : properties.group(2);
        settings.putIfAbsent(properties.group(1), new Setting("", preset));
      }
    }
    String shipped =
        Files.readString(ROOT.resolve("assistant/src/main/resources/application.properties"));
    Matcher references = REFERENCE.matcher(shipped);
    while (references.find()) {
      settings.putIfAbsent(references.group(1), new Setting("", ""));
    }
    Matcher set = SET.matcher(shipped);
    while (set.find()) {
      settings.computeIfPresent(
          set.group(1), (key, setting) -> new Setting(setting.type(), set.group(2).strip()));
    }
    // Read by the program itself, not by a field.
    settings.put(
        "zhitong.terminal", settings.getOrDefault("zhitong.terminal", new Setting("", "")));
    return settings;
  }

  private static List<Path> sources() throws IOException {
    List<Path> sources = new ArrayList<>();
    for (String folder : SOURCES) {
      try (Stream<Path> walk = Files.walk(ROOT.resolve(folder))) {
        walk.filter(path -> path.toString().endsWith(".java")).sorted().forEach(sources::add);
      }
    }
    return sources;
  }

  private static String className(Path source) {
    String path = source.toString();
    return path.substring(path.indexOf("/java/") + 6, path.length() - 5).replace('/', '.');
  }

  private static void collect(String prefix, Class<?> type, Map<String, Setting> settings) {
    for (Method method : type.getDeclaredMethods()) {
      if (!java.lang.reflect.Modifier.isAbstract(method.getModifiers())) {
        continue;
      }
      WithDefault preset = method.getAnnotation(WithDefault.class);
      collect(
          prefix + "." + kebab(method.getName()),
          method.getGenericReturnType(),
          preset == null ? "" : preset.value(),
          settings);
    }
  }

  private static void collect(String key, Type type, String preset, Map<String, Setting> settings) {
    if (type instanceof ParameterizedType generic) {
      Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
      boolean map = generic.getRawType() == Map.class;
      if (map) {
        collect(key + ".*", last, preset, settings);
      } else if (generic.getRawType() == List.class) {
        settings.put(key, new Setting("列表", preset));
      } else {
        collect(key, last, preset, settings);
      }
    } else if (type instanceof Class<?> one
        && one.isInterface()
        && one.getName().startsWith("cn.")) {
      collect(key, one, settings);
    } else {
      settings.put(key, new Setting(typeName((Class<?>) type), preset));
    }
  }

  private static String typeName(Class<?> type) {
    return switch (type.getSimpleName()) {
      case "int", "long", "Integer", "OptionalInt" -> "整数";
      case "double" -> "小数";
      case "boolean" -> "是否";
      case "Duration" -> "时长";
      case "URI" -> "网址";
      case "Path" -> "路径";
      default -> "文字";
    };
  }

  private static String kebab(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
