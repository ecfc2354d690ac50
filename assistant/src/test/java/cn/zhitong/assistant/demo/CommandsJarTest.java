package cn.zhitong.assistant.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.casework.imports.ImportCommand;
import cn.zhitong.assistant.casework.log.VerifyLogCommand;
import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.postgres.DataFolder;
import cn.zhitong.common.postgres.EmbeddedDatabase;
import cn.zhitong.eval.drive.ServiceProcess;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./zhitong import} and {@code verify-log} on a service, and on its folder without one. */
class CommandsJarTest {
  private static final Map<String, String> NOTHING = Map.of();

  @TempDir Path folder;
  private String said;

  @Test
  void commands_ofTheBuiltJar_importProveAndFindTampering() throws Exception {
    Path home = BuiltJar.home();
    Path data = folder.resolve("data");
    Path list = folder.resolve("list.csv");
    Files.writeString(list, "工单编号,诉求内容\r\nGD-1,企业用电价格如何申请优惠\r\nGD-2,\r\n");
    assertThat(run(() -> ImportCommand.execute(NOTHING, "nothing.csv"))).isEqualTo(2);
    try (ServiceProcess node = ServiceProcess.start("甲", home, data, NOTHING)) {
      String[] arguments = {list.toString(), "--data", data.toString()};
      assertThat(run(() -> ImportCommand.execute(NOTHING, arguments))).isEqualTo(1);
      assertThat(said).contains("新增 1").contains("第 3 行");
      Path failed = folder.resolve("list-未导入.csv");
      Files.writeString(failed, Files.readString(failed).replace("GD-2,,", "GD-2,补上内容,"));
      assertThat(
              run(
                  () ->
                      ImportCommand.execute(
                          NOTHING,
                          failed.toString(),
                          "--url",
                          node.url(),
                          "--token",
                          node.token())))
          .isZero();
      assertThat(
              run(
                  () ->
                      VerifyLogCommand.execute(
                          NOTHING, "--url", node.url(), "--token", node.token())))
          .isZero();
      assertThat(said).contains("2 件办件").contains("全部完好");
    }
    assertThat(verify(data)).isZero();
    try (DataFolder opened = DataFolder.open(data);
        EmbeddedDatabase database = EmbeddedDatabase.start(opened, null)) {
      Jdbc jdbc = new Jdbc(database.dataSource());
      assertThat(
              jdbc.update(
                  "update assistant.case_event set actor_name = '他人'"
                      + " where seq = 1 and case_id = (select id from assistant.appeal_case"
                      + " where external_number = 'GD-2')"))
          .isEqualTo(1);
    }
    assertThat(verify(data)).isEqualTo(1);
    assertThat(said).contains("第 1 条记录").contains("有记录被改动");
  }

  private int verify(Path data) {
    return run(() -> VerifyLogCommand.execute(NOTHING, "--data", data.toString()));
  }

  private int run(IntSupplier command) {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      return command.getAsInt();
    } finally {
      System.setOut(before);
      said = bytes.toString(StandardCharsets.UTF_8);
    }
  }
}
