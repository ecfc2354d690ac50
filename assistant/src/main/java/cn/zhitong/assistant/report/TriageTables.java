package cn.zhitong.assistant.report;

import cn.zhitong.assistant.privacy.PersonalData;
import cn.zhitong.assistant.tables.ExportTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The report on triage as tables for CSV and XLSX, the blind figures first. */
final class TriageTables {
  private TriageTables() {}

  static List<ExportTable> of(TriageReport report) {
    List<List<Object>> summary = new ArrayList<>();
    summary.add(List.of("时间范围", report.from() + " 至 " + report.to()));
    summary.add(List.of("部门", report.department() == null ? "全部" : report.department()));
    summary.add(List.of("已定办件", report.decisions()));
    summary.add(List.of("其中独立判断", report.blind().decisions()));
    summary.add(List.of("定夺时尚无建议", report.withoutSuggestion()));
    summary.add(List.of("承办单位退回", report.returned()));
    List<ExportTable> tables = new ArrayList<>();
    tables.add(new ExportTable("概况", List.of("项目", "值"), summary));
    tables.add(
        shares(
            "独立判断的准确率",
            List.of(
                shareRow("类别", report.blind().category()),
                shareRow("牵头部门", report.blind().departmentTop1()),
                shareRow("牵头部门前三", report.blind().departmentTop3()))));
    tables.add(
        shares(
            "准确率",
            List.of(
                shareRow("给出建议（未弃权）", report.coverage()),
                shareRow("类别和部门均采纳", report.accepted()),
                shareRow("类别", report.category()),
                shareRow("牵头部门", report.departmentTop1()),
                shareRow("牵头部门前三", report.departmentTop3()))));
    tables.add(matrix(report));
    tables.add(lines("按月", "月份", report.byPeriod(), UnaryOperator.identity()));
    tables.add(lines("按部门", "部门", report.byDepartment(), UnaryOperator.identity()));
    tables.add(lines("按模型版本", "模型版本", report.byModel(), ExportNames::model));
    tables.add(lines("按渠道", "渠道", report.byChannel(), ExportNames::channel));
    tables.add(
        new ExportTable(
            "部门易混",
            List.of("人工确定", "系统建议", "件数"),
            report.departmentConfusions().stream()
                .map(c -> List.<Object>of(c.decided(), c.suggested(), c.count()))
                .toList()));
    tables.add(
        new ExportTable(
            "退回",
            List.of("退回单位", "理由", "件数", "其中按建议派出"),
            report.returns().stream()
                .map(
                    r ->
                        List.<Object>of(
                            r.department(),
                            PersonalData.mask(r.reason()),
                            r.count(),
                            r.asSuggested()))
                .toList()));
    return tables;
  }

  private static ExportTable shares(String title, List<List<Object>> rows) {
    return new ExportTable(title, List.of("指标", "正确", "总数", "比例", "95%下限", "95%上限"), rows);
  }

  private static List<Object> shareRow(String name, Share share) {
    return ExportTable.row(
        name,
        share.hits(),
        share.of(),
        ExportTable.percent(share.value()),
        ExportTable.percent(share.low()),
        ExportTable.percent(share.high()));
  }

  private static ExportTable matrix(TriageReport report) {
    List<String> header = new ArrayList<>(List.of("人工确定＼系统建议"));
    header.addAll(report.confusion().labels());
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < report.confusion().labels().size(); i++) {
      List<Object> row = new ArrayList<>(List.of(report.confusion().labels().get(i)));
      row.addAll(report.confusion().counts().get(i));
      rows.add(row);
    }
    return new ExportTable("类别混淆矩阵", header, rows);
  }

  private static ExportTable lines(
      String title, String name, List<TriageReport.Line> lines, UnaryOperator<String> shown) {
    return new ExportTable(
        title,
        List.of(name, "件数", "其中独立判断", "类别准确率", "部门准确率", "部门前三", "曾退回"),
        lines.stream()
            .map(
                line ->
                    ExportTable.row(
                        shown.apply(line.name()),
                        line.decisions(),
                        line.blind(),
                        ExportTable.percent(line.category().value()),
                        ExportTable.percent(line.departmentTop1().value()),
                        ExportTable.percent(line.departmentTop3().value()),
                        line.returned()))
            .toList());
  }
}
