package cn.zhitong.assistant.cockpit;

import cn.zhitong.assistant.report.Share;
import cn.zhitong.assistant.tables.ExportTable;
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
    if (figures.applications()) {
      lines.add(
          "期间受理申报 "
              + all.applied()
              + " 件，批准 "
              + all.approved()
              + " 件，兑付 "
              + all.paid()
              + " 件，金额 "
              + String.format(Locale.ROOT, "%.2f", all.paidAmount())
              + " 万元。符合条件的“企业×事项”中已申报的占 "
              + share(all.takeUp())
              + "。");
      lines.add("符合条件而期间没有申报任何事项的企业 " + figures.silent() + " 家，请各地、各部门逐户了解原因。");
    } else {
      lines.add("申报、批准和兑付没有接入本平台，本期通报不含。");
    }
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
    List<String> header = new ArrayList<>(List.of(first, "符合", "推送", "已读"));
    if (figures.applications()) {
      header.addAll(List.of("申报", "批准", "兑付", "兑付金额（万元）", "申报率"));
    }
    return new ExportTable(title, header, rows.stream().map(this::row).toList());
  }

  private List<Object> row(StageCounts.Row row) {
    List<Object> cells = ExportTable.row(row.name(), row.reach(), row.pushed(), row.opened());
    if (figures.applications()) {
      cells.add(row.applied());
      cells.add(row.approved());
      cells.add(row.paid());
      cells.add(row.paidAmount());
      cells.add(ExportTable.percent(row.takeUp().value()));
    }
    return cells;
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
