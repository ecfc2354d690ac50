package cn.zhitong.assistant.payment;

import cn.zhitong.assistant.tables.ExportTable;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Payments and what is wrong with them, as tables to keep. */
final class PaymentExport {
  private PaymentExport() {}

  static ExportTable entries(List<PaymentListStore.Listed> rows) {
    return new ExportTable(
        "拨付",
        List.of(
            "文件", "工作表", "行", "申报编号", "信用代码", "收款单位", "事项", "金额（元）", "拨付日期", "凭证号", "批次", "状态",
            "对应的申报", "问题", "核实人", "依据"),
        rows.stream().map(PaymentExport::exported).toList());
  }

  private static List<Object> exported(PaymentListStore.Listed one) {
    PaymentEntry entry = one.entry();
    return ExportTable.row(
        one.fileName(),
        entry.sheet(),
        entry.row(),
        entry.number(),
        entry.creditCode(),
        entry.payee(),
        entry.item(),
        BigDecimal.valueOf(entry.fen(), 2),
        entry.paidOn().toString(),
        entry.voucher(),
        entry.lot(),
        entry.state().label(),
        one.applicationNumber(),
        one.findings().stream()
            .map(remark -> remark.kindLabel() + "：" + remark.message())
            .collect(Collectors.joining("；")),
        entry.resolverName(),
        entry.reason());
  }

  static ExportTable unpaid(List<PaymentListStore.Unpaid> rows) {
    return new ExportTable(
        "应拨未拨",
        List.of("申报编号", "企业", "信用代码", "事项", "尚欠（元）", "说明"),
        rows.stream()
            .map(
                one ->
                    ExportTable.row(
                        one.number(),
                        one.enterprise(),
                        one.creditCode(),
                        one.itemTitle(),
                        BigDecimal.valueOf(one.leftFen(), 2),
                        one.message()))
            .toList());
  }
}
