package cn.zhitong.assistant.casework.log;

import cn.zhitong.assistant.calendar.Calendars;
import cn.zhitong.assistant.casework.CommandTarget;
import cn.zhitong.assistant.casework.SecretStore;
import cn.zhitong.assistant.casework.clock.Deadlines;
import cn.zhitong.assistant.eventlog.ChainedLog;
import cn.zhitong.assistant.eventlog.ChainedLogFactory;
import cn.zhitong.assistant.runtime.DatabaseChoice;
import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.assistant.triage.DeadlineRules;
import cn.zhitong.common.http.PlainHttp;
import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.jdbc.Migrations;
import cn.zhitong.common.json.StandardJson;
import cn.zhitong.common.postgres.DataFolder;
import cn.zhitong.common.postgres.DatabaseStartException;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code ./zhitong verify-log}: proves the cases' log, by the running service, or from the database
 * itself where none runs. Exit code 0 when all holds, 1 when a link is broken, 2 when it could not
 * be checked.
 */
@Command(
    name = "verify-log",
    mixinStandardHelpOptions = true,
    description = "校验办件记录的哈希链，指出被改动的第一条记录。",
    exitCodeListHeading = "%n退出码：%n",
    exitCodeList = {"0:全部完好", "1:有记录被改动", "2:无法校验"})
public final class VerifyLogCommand implements Callable<Integer> {
  private static final int BROKEN = 1;
  private static final int UNCHECKED = 2;

  @Mixin private CommandTarget target = new CommandTarget();

  private final Map<String, String> environment;

  VerifyLogCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Runs the command and exits. */
  public static void main(String[] args) {
    System.exit(execute(System.getenv(), args));
  }

  /** Runs the command; its exit code. */
  public static int execute(Map<String, String> environment, String... args) {
    return new CommandLine(new VerifyLogCommand(environment)).execute(args);
  }

  @Override
  public Integer call() {
    try {
      String running = target.service().orElse(null);
      return report(running == null ? fromDatabase() : fromService(running));
    } catch (IOException | DatabaseStartException e) {
      System.err.println("无法校验：" + e.getMessage());
      return UNCHECKED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return UNCHECKED;
    }
  }

  private static int report(CaseVerification.Summary summary) {
    for (CaseVerification.Result broken : summary.broken()) {
      System.out.printf(
          "办件 %s（%s）第 %d 条记录：%s%n",
          broken.number(), broken.caseId(), broken.brokenAt(), broken.problem());
    }
    for (CaseVerification.BrokenHead head : summary.headsBroken()) {
      System.out.printf("%s 的签名总账：%s%n", head.day(), head.problem());
    }
    System.out.printf(
        "%d 件办件%s，%d 条记录，%d 份签名总账：%s%n",
        summary.cases(),
        others(summary),
        summary.events(),
        summary.headsChecked(),
        summary.intact() ? "全部完好" : "有记录被改动");
    if (!summary.sealed()) {
      System.out.println("没有密钥（ZHITONG_LOG_KEY），只核对了哈希链：能改数据库的人可以重算它。");
    }
    return summary.intact() ? 0 : BROKEN;
  }

  /** A service of before has no others. */
  private static String others(CaseVerification.Summary summary) {
    return summary.others() == null
        ? ""
        : summary.others().entrySet().stream()
            .map(one -> "，" + one.getValue() + " 件" + one.getKey())
            .collect(Collectors.joining());
  }

  private CaseVerification.Summary fromService(String url)
      throws IOException, InterruptedException {
    HttpRequest request = target.request(url + "/api/cases/verification", environment).build();
    HttpResponse<String> response =
        PlainHttp.CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(url + " 返回 " + response.statusCode() + "：" + response.body());
    }
    return StandardJson.MAPPER.readValue(response.body(), CaseVerification.Summary.class);
  }

  private CaseVerification.Summary fromDatabase() throws IOException {
    try (DataFolder folder = DataFolder.open(target.folder());
        DatabaseChoice database = DatabaseChoice.make(folder, environment)) {
      PGSimpleDataSource source = new PGSimpleDataSource();
      source.setUrl(database.url());
      source.setUser(database.user());
      source.setPassword(database.password());
      Migrations.migrateCorpus(source);
      Migrations.migrate(source, "assistant", VerifyLogCommand.class.getClassLoader());
      return verification(new Jdbc(source), new LogKeyHolder(secret(), target.folder())).all();
    }
  }

  /** Beside no service; a database of an older version is folded and sealed first. */
  static CaseVerification verification(Jdbc jdbc, LogKeyHolder keys) {
    Clock clock = Clock.system(Infrastructure.ZONE);
    CaseSearchIndex search = new CaseSearchIndex(new SecretStore(jdbc, clock));
    CaseStore store = new CaseStore(jdbc, new CaseEventStore(jdbc), null, search, keys, List.of());
    Deadlines deadlines =
        new Deadlines(
            Calendars.of(jdbc, StandardJson.MAPPER, clock), DeadlineRules.standard(), clock);
    CaseLog log = new CaseLog(store, deadlines, null, search, keys, clock);
    log.bringUpToDate();
    List<ChainedLog> others =
        ServiceLoader.load(ChainedLogFactory.class, VerifyLogCommand.class.getClassLoader())
            .stream()
            .map(factory -> factory.get().of(jdbc, keys))
            .toList();
    LogHeads heads = new LogHeads(new LogHeadStore(jdbc, null, others), keys, clock);
    return new CaseVerification(store, new CaseListStore(jdbc), log, heads, others);
  }

  /** The setting, else the data folder's own key; null where there is neither. */
  private String secret() throws IOException {
    String set = environment.get("ZHITONG_LOG_KEY");
    Path file = target.folder().resolve(LogKeyHolder.KEY_FILE);
    return set != null && !set.isBlank() ? set : Files.exists(file) ? Files.readString(file) : null;
  }
}
