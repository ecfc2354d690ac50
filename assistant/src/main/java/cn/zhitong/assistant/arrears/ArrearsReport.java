package cn.zhitong.assistant.arrears;

import cn.zhitong.assistant.arrears.ArrearsStore.Listed;
import cn.zhitong.assistant.privacy.PersonalData;
import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.assistant.tables.ExportTable;
import cn.zhitong.common.workday.WorkingDays;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The list of 拖欠账款 with its sums; amounts in 元. */
final class ArrearsReport {
  private ArrearsReport() {}

  /**
   * @param status {@code unrecorded} 待登记, {@code open} 未还清, {@code paid} 已还清
   * @param enterprise null for handlers, as in the queue
   */
  public record Row(
      UUID caseId,
      String number,
      OffsetDateTime askedAt,
      String state,
      String department,
      String enterprise,
      String status,
      String statusLabel,
      BigDecimal amount,
      BigDecimal paid,
      BigDecimal open,
      String debtor,
      String debtorKind,
      String debtorKindLabel,
      String contract,
      Boolean undisputed,
      @Schema(description = "应付日：条例或合同的付款期限") LocalDate due,
      boolean overdue,
      List<ArrearsViews.InstalmentView> instalments) {}

  /** Sums over one kind of debtor. */
  public record Sum(
      String debtorKind,
      String label,
      int cases,
      BigDecimal amount,
      BigDecimal paid,
      BigDecimal open,
      int overdueCases) {}

  /** An instalment that did not come, with its case. */
  public record Late(
      UUID caseId,
      String number,
      String debtor,
      LocalDate due,
      BigDecimal amount,
      BigDecimal open) {}

  /**
   * @param total cases that fit; {@code items} is one page of them
   * @param sums over all that fit
   */
  public record Body(
      List<Row> items,
      int total,
      int page,
      int pageSize,
      List<Sum> sums,
      @Schema(description = "还没有登记金额的件数") int unrecorded,
      List<Late> overdueInstalments) {}

  /** In which condition a debt is. */
  enum Status {
    UNRECORDED("unrecorded", "待登记"),
    OPEN("open", "未还清"),
    PAID("paid", "已还清");

    private final String code;
    private final String label;

    Status(String code, String label) {
      this.code = code;
      this.label = label;
    }

    String code() {
      return code;
    }

    String label() {
      return label;
    }

    static Status of(Listed one) {
      if (one.owed() == null) {
        return UNRECORDED;
      }
      return one.openCents() == 0 ? PAID : OPEN;
    }
  }

  static List<Row> rows(
      List<Listed> all, boolean withEnterprise, LocalDate today, WorkingDays calendar) {
    return all.stream().map(one -> row(one, withEnterprise, today, calendar)).toList();
  }

  private static Row row(
      Listed one, boolean withEnterprise, LocalDate today, WorkingDays calendar) {
    Arrears owed = one.owed();
    Status status = Status.of(one);
    LocalDate due =
        owed == null
            ? null
            : PaymentTerm.of(owed.debtorKind(), owed.deliveredOn(), owed.agreedDays(), calendar)
                .map(PaymentTerm::due)
                .orElse(null);
    List<ArrearsViews.InstalmentView> instalments =
        owed == null
            ? List.of()
            : ArrearsViews.instalments(owed.instalments(), one.paidCents(), today);
    boolean late =
        due != null && today.isAfter(due)
            || instalments.stream().anyMatch(ArrearsViews.InstalmentView::overdue);
    return new Row(
        one.id(),
        one.number(),
        one.askedAt().atZone(Infrastructure.ZONE).toOffsetDateTime(),
        one.state(),
        one.department(),
        withEnterprise ? PersonalData.mask(one.enterprise()) : null,
        status.code(),
        status.label(),
        owed == null ? null : ArrearsViews.yuan(owed.cents()),
        owed == null ? null : ArrearsViews.yuan(one.paidCents()),
        owed == null ? null : ArrearsViews.yuan(one.openCents()),
        owed == null ? null : PersonalData.mask(owed.debtor()),
        owed == null ? null : owed.debtorKind().code(),
        owed == null ? null : owed.debtorKind().label(),
        owed == null ? null : PersonalData.mask(owed.contract()),
        owed == null ? null : owed.undisputed(),
        due,
        status == Status.OPEN && late,
        instalments);
  }

  /** One for each kind, also where there is nothing: a list of sums without gaps. */
  static List<Sum> sums(List<Row> rows) {
    List<Sum> sums = new ArrayList<>();
    for (DebtorKind kind : DebtorKind.values()) {
      List<Row> of = rows.stream().filter(row -> kind.code().equals(row.debtorKind())).toList();
      sums.add(
          new Sum(
              kind.code(),
              kind.label(),
              of.size(),
              total(of, Row::amount),
              total(of, Row::paid),
              total(of, Row::open),
              (int) of.stream().filter(Row::overdue).count()));
    }
    return sums;
  }

  private static BigDecimal total(List<Row> rows, Function<Row, BigDecimal> amount) {
    return rows.stream().map(amount).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
  }

  /** The longest overdue first. */
  static List<Late> late(List<Row> rows) {
    return rows.stream()
        .flatMap(
            row ->
                row.instalments().stream()
                    .filter(ArrearsViews.InstalmentView::overdue)
                    .map(
                        one ->
                            new Late(
                                row.caseId(),
                                row.number(),
                                row.debtor(),
                                one.due(),
                                one.amount(),
                                one.open())))
        .sorted(Comparator.comparing(Late::due).thenComparing(Late::number))
        .toList();
  }

  static List<ExportTable> tables(List<Row> rows) {
    return List.of(
        new ExportTable(
            "拖欠账款",
            List.of(
                "办件编号", "欠款单位", "单位类型", "拖欠金额（元）", "已还（元）", "尚欠（元）", "合同", "争议", "应付日", "逾期", "状态",
                "部门", "企业", "提出日期"),
            rows.stream()
                .map(
                    row ->
                        ExportTable.row(
                            row.number(),
                            row.debtor(),
                            row.debtorKindLabel(),
                            row.amount(),
                            row.paid(),
                            row.open(),
                            row.contract(),
                            disputed(row.undisputed()),
                            row.due(),
                            row.overdue() ? "逾期" : "",
                            row.statusLabel(),
                            row.department(),
                            row.enterprise(),
                            row.askedAt().toLocalDate()))
                .toList()),
        new ExportTable(
            "按单位类型",
            List.of("单位类型", "件数", "拖欠金额（元）", "已还（元）", "尚欠（元）", "逾期件数"),
            sums(rows).stream()
                .map(
                    sum ->
                        ExportTable.row(
                            sum.label(),
                            sum.cases(),
                            sum.amount(),
                            sum.paid(),
                            sum.open(),
                            sum.overdueCases()))
                .toList()),
        new ExportTable(
            "逾期分期",
            List.of("办件编号", "欠款单位", "约定付款日", "约定金额（元）", "未付（元）"),
            late(rows).stream()
                .map(
                    one ->
                        ExportTable.row(
                            one.number(), one.debtor(), one.due(), one.amount(), one.open()))
                .toList()));
  }

  private static String disputed(Boolean undisputed) {
    if (undisputed == null) {
      return "未核实";
    }
    return undisputed ? "无争议" : "有争议";
  }
}
