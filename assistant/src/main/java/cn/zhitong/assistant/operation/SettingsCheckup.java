package cn.zhitong.assistant.operation;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Settings that nobody reads, and those that are unsafe. */
final class SettingsCheckup {
  private static final String SUBJECT = "设置";
  private static final int SHORTEST_SECRET = 20;
  private static final Pattern JVM_PROPERTY =
      Pattern.compile("-D((?:%\\w+\\.)?zhitong\\.[^=\\s]+)");

  private final SettingsCatalogue catalogue = SettingsCatalogue.read();
  private final Map<String, String> environment;

  SettingsCheckup(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * @param folder where {@code serve} is started: Quarkus reads {@code
   *     config/application.properties} and {@code .env} there
   */
  List<Finding> findings(Path folder) throws IOException {
    List<Finding> findings = new ArrayList<>();
    for (String name : new TreeSet<>(environment.keySet())) {
      look(name, "环境变量").ifPresent(findings::add);
    }
    Matcher options = JVM_PROPERTY.matcher(environment.getOrDefault("ZHITONG_JAVA_OPTS", ""));
    while (options.find()) {
      look(options.group(1), "ZHITONG_JAVA_OPTS").ifPresent(findings::add);
    }
    findings.addAll(inFile(folder.resolve("config/application.properties")));
    findings.addAll(inFile(folder.resolve(".env")));
    findings.addAll(unsafe());
    if (findings.isEmpty()) {
      findings.add(Finding.good(SUBJECT, "没有不认识或不安全的设置"));
    }
    return findings;
  }

  private List<Finding> inFile(Path file) throws IOException {
    if (!Files.isReadable(file)) {
      return List.of();
    }
    Properties properties = new Properties();
    try (InputStreamReader reader =
        new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    List<Finding> findings = new ArrayList<>();
    for (String name : new TreeSet<>(properties.stringPropertyNames())) {
      look(name, file.toString()).ifPresent(findings::add);
    }
    return findings;
  }

  /** Names of other programs are none of ours. */
  private Optional<Finding> look(String name, String where) {
    String plain = name.replaceFirst("^%\\w+\\.", "");
    boolean variable = plain.startsWith("ZHITONG_");
    if (!variable && !plain.startsWith("zhitong.")) {
      return Optional.empty();
    }
    Optional<String> renamed = catalogue.renamed(plain);
    if (renamed.isPresent()) {
      return Optional.of(
          Finding.note(SUBJECT, where + " 中的 " + name + " 已改名，下一版本停用", renamed.get()));
    }
    boolean known = variable ? catalogue.knowsVariable(plain) : catalogue.knowsProperty(plain);
    return known ? Optional.empty() : Optional.of(unknown(plain, where));
  }

  private Finding unknown(String name, String where) {
    String meant = catalogue.near(name).map(near -> "是否想写 " + near + "？").orElse("");
    return Finding.fault(
        SUBJECT, "%s 中的 %s 没有这个设置项，不起作用".formatted(where, name), meant + "全部设置项见 docs/settings.md");
  }

  private List<Finding> unsafe() {
    List<Finding> findings = new ArrayList<>();
    for (String name :
        List.of(
            "ZHITONG_LOG_KEY",
            "ZHITONG_NOTICES_WEBHOOK_SECRET",
            "ZHITONG_NOTICES_SMS_SECRET",
            "ZHITONG_BACKUP_PASSPHRASE")) {
      String value = environment.getOrDefault(name, "");
      if (!value.isBlank() && value.strip().length() < SHORTEST_SECRET) {
        findings.add(
            Finding.fault(
                SUBJECT,
                name + " 少于 " + SHORTEST_SECRET + " 个字符，可以被猜出",
                "用 openssl rand -hex 32 生成一个，各节点相同"));
      }
    }
    String cost = environment.getOrDefault("ZHITONG_SECURITY_BCRYPT_COST", "12");
    if (cost.matches("\\d")) {
      findings.add(
          Finding.fault(SUBJECT, "ZHITONG_SECURITY_BCRYPT_COST=" + cost + " 太低", "取消该设置，默认 12"));
    }
    if (OperatedDatabase.external(environment)) {
      findings.addAll(ofExternalDatabase());
    }
    if (environment.getOrDefault("ZHITONG_LLM_BASE_URL", "").startsWith("http://")) {
      findings.add(Finding.note(SUBJECT, "语言模型的地址没有 TLS，问题和来件会明文传输", "除非在同一台机器或内网，请改用 https"));
    }
    return findings;
  }

  private List<Finding> ofExternalDatabase() {
    List<Finding> findings = new ArrayList<>();
    if (environment.getOrDefault("ZHITONG_LOG_KEY", "").isBlank()) {
      findings.add(
          Finding.fault(
              SUBJECT, "用外部数据库而没有设 ZHITONG_LOG_KEY，办件记录没有签封", "各节点设同一个密钥，并另存一份（docs/casework.md）"));
    }
    if (environment.getOrDefault("ZHITONG_DB_PASSWORD", "").isBlank()) {
      findings.add(Finding.note(SUBJECT, "ZHITONG_DB_PASSWORD 为空", "给数据库账号设密码"));
    }
    return findings;
  }
}
