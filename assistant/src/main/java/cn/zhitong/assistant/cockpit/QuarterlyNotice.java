package cn.zhitong.assistant.cockpit;

import cn.zhitong.assistant.report.Share;
import cn.zhitong.assistant.tables.ExportTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the quarterly notice (通报) says: sentences and tables, for DOCX and XLSX alike. */
final class QuarterlyNotice {
  private static final double PERCENT = 100;

  private final Cockpit.Figures figures;

  QuarterlyNotice(Cockpit.Figures figures) {
    this.figures = figures;
  }

  String title() {
    return "惠企政策兑现情况通报（" + figures.from() + " 至 " + figures.to() + "）";
  }

  List<String> paragraphs() {
    StageCounts.Row all = figures.total();
    List<String> lines = new ArrayList<>();
    lines.add(
        "截至 "
            + figures.reachOn()
            + "，符合已发布事项条件的企业 "
            + figures.reached()
            + " 家（"
            + all.reach()
            + " 个“企业×事项”）。期间推送 "
            + all.pushed()
            + " 条，已读 "
            + all.opened()
            + " 条（"
            + percent(all.pushed() == 0 ? null : (double) all.opened() / all.pushed())
            + "）。");
    lines.add(
        "期间受理申报 "
            + all.applied()
            + " 件，批准 "
            + all.approved()
            + " 件、"
            + amount(all.approvedAmount())
            + "，兑付 "
            + all.paid()
            + " 件、"
            + amount(all.paidAmount())
            + "。符合条件的“企业×事项”中已申报的占 "
            + share(all.takeUp())
            + "。");
    if (all.medianDays() != null) {
      lines.add(
          "从申报到资金到账，中位 "
              + all.medianDays()
              + " 天，九成在 "
              + all.mostDays()
              + " 天内；按期拨付的占 "
              + share(all.inTime())
              + "。");
    }
    lines.add("符合条件而期间没有申报任何事项的企业 " + figures.silent() + " 家，请各地、各部门逐户了解原因。");
    return lines;
  }

  List<ExportTable> tables() {
    return List.of(
        table("按事项", "事项", figures.byItem()),
        table("按地区", "地区", figures.byRegion()),
        table("按行业", "行业", figures.byIndustry()),
        table("按规模", "规模", figures.byScale()),
        table("按月份", "月份", figures.byMonth()));
  }

  private ExportTable table(String title, String first, List<StageCounts.Row> rows) {
    List<String> header =
        List.of(
            first,
            "符合",
            "推送",
            "已读",
            "申报",
            "批准",
            "兑付",
            "批准金额（万元）",
            "兑付金额（万元）",
            "到账天数（中位）",
            "到账天数（九成）",
            "按期拨付率",
            "申报率");
    return new ExportTable(title, header, rows.stream().map(QuarterlyNotice::row).toList());
  }

  private static List<Object> row(StageCounts.Row row) {
    return ExportTable.row(
        row.name(),
        row.reach(),
        row.pushed(),
        row.opened(),
        row.applied(),
        row.approved(),
        row.paid(),
        row.approvedAmount(),
        row.paidAmount(),
        row.medianDays(),
        row.mostDays(),
        ExportTable.percent(row.inTime().value()),
        ExportTable.percent(row.takeUp().value()));
  }

  private static String amount(BigDecimal wan) {
    return wan.toPlainString() + " 万元";
  }

  private static String share(Share share) {
    return share.value() == null
        ? "—"
        : percent(share.value())
            + "（95% 区间 "
            + percent(share.low())
            + " 至 "
            + percent(share.high())
            + "）";
  }

  private static String percent(Double value) {
    return value == null ? "—" : String.format(Locale.ROOT, "%.1f%%", value * PERCENT);
  }
}
