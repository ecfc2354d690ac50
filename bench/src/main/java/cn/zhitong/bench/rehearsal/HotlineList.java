package cn.zhitong.bench.rehearsal;

import cn.zhitong.bench.rehearsal.ScenarioPlan.Appeal;
import cn.zhitong.bench.rehearsal.ScenarioPlan.Channel;
import cn.zhitong.ingest.MultipartForm;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** What came by telephone, as the file that a hotline's own system exports. */
final class HotlineList {
  private HotlineList() {}

  static MultipartForm of(List<Appeal> appeals, LocalDate today) throws IOException {
    StringBuilder csv = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(csv, CSVFormat.EXCEL)) {
      printer.printRecord("工单编号", "标题", "诉求内容", "来电时间", "联系人", "联系电话");
      for (Appeal appeal : appeals) {
        if (appeal.channel() == Channel.HOTLINE) {
          printer.printRecord(
              appeal.externalNumber(),
              appeal.title(),
              appeal.text(),
              appeal.askedAt(today).replace("T", " ").replace("+08:00", ""),
              "演练联系人",
              "13800000000");
        }
      }
    }
    return new MultipartForm().file("file", "list.csv", csv.toString());
  }
}
