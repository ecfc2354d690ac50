package cn.zhitong.assistant.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhitong.assistant.web.Problem;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every planted error is found at its row with its kind, in each form of file; no row is lost. */
class PaymentReconciliationTest extends ReconciliationFixture {
  private static byte[] form(String form, List<List<String>> rows) {
    return switch (form) {
      case "csv" -> PaymentLists.csv(PaymentLists.HEADER, rows);
      case "gb18030" -> PaymentLists.gb18030(PaymentLists.HEADER, rows);
      case "jsonl" -> PaymentLists.jsonLines(PaymentLists.HEADER, rows);
      default -> PaymentLists.xlsx(PaymentLists.HEADER, rows);
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "gb18030", "jsonl", "xlsx"})
  void plantedErrors_areFoundAtTheirRows_inEachForm(String form) {
    for (int i = 1; i <= 16; i++) {
      add(
          i,
          i == 5 ? "rejected" : i == 6 ? "withdrawn" : i == 7 ? "reviewing" : "approved",
          50_000);
    }
    add(20, 20, FIRST, "approved", 30_000, 0);
    add(21, 20, FIRST, "approved", 30_000, 0);
    add(22, 22, SECOND, "approved", 8_000, 0);
    add(30, "approved", 12_000);
    List<List<String>> rows = new ArrayList<>();
    rows.add(row(1, "50000", "2026-03-05", "V001")); // 2: right
    rows.add(row(1, "50000", "2026-03-05", "V001")); // 3: the same row again
    rows.add(row(2, "50000", "2026年3月20日", "V002")); // 4: late
    rows.add(row(3, "60000", "20260305", "V003")); // 5: too much
    rows.add(
        List.of(number(4), code(9), name(9), FIRST, "50000", "2026/3/5", "V004", "")); // 6: payee
    rows.add(row(5, "50000", "2026-03-05", "V005")); // 7: rejected
    rows.add(row(6, "50000", "2026-03-05", "V006")); // 8: withdrawn
    rows.add(row(7, "50000", "2026-03-05", "V007")); // 9: in review
    rows.add(row(99, "50000", "2026-03-05", "V008")); // 10: no such application
    rows.add(row(8, "20000", "2026-03-05", "V009")); // 11: a part
    rows.add(row(10, "20000", "2026-03-05", "V010")); // 12: instalments …
    rows.add(row(10, "30000", "2026-03-09", "V011")); // 13: … that sum up
    rows.add(List.of("", code(22), "", SECOND, "8000", "2026-03-05", "V012", "")); // 14: found
    rows.add(List.of("", code(20), "", FIRST, "30000", "2026-03-05", "V013", "")); // 15: which?
    rows.add(row(11, "50000", "2026-02-30", "V014")); // 16: no such day
    rows.add(row(12, "50000", "2026-02-26", "V015")); // 17: before the publicity ended
    rows.add(row(13, "50,000.00", "2026-03-05", "V016")); // 18: right
    rows.add(row(13, "￥50000", "2026-03-10", "V017")); // 19: again under another voucher
    rows.add(row(14, "-50000", "2026-03-05", "V018")); // 20: came back
    rows.add(row(15, "5", "2026-03-05", "V019")); // 21: 万元 for 元
    rows.add(row(16, "50000", "2027-03-05", "V020")); // 22: in the future
    rows.add(List.of("合计", "", "", "", "788005", "", "", "")); // 23
    PaymentReconciliation.Reconciled of = reconcile(form(form, rows));
    Map<Integer, List<String>> expected = new TreeMap<>();
    expected.put(3, List.of("twice"));
    expected.put(4, List.of("late"));
    expected.put(5, List.of("amount"));
    expected.put(6, List.of("payee"));
    expected.put(7, List.of("not_approved"));
    expected.put(8, List.of("not_approved"));
    expected.put(9, List.of("not_approved"));
    expected.put(10, List.of("unknown"));
    expected.put(11, List.of("amount"));
    expected.put(15, List.of("unknown"));
    expected.put(17, List.of("not_approved"));
    expected.put(19, List.of("twice"));
    expected.put(20, List.of("amount"));
    expected.put(21, List.of("amount"));
    Map<Integer, List<String>> found = kinds(of);
    assertThat(found.remove(0)).as("due, and no row that could be read").containsOnly("unpaid");
    assertThat(found).isEqualTo(expected);
    assertThat(booked(of)).containsExactly(2, 4, 11, 12, 13, 14, 18);
    assertThat(read.unread()).extracting(PaymentFile.UnreadRow::row).containsExactly(16, 22, 23);
    assertThat(of.entries().size() + read.unread().size()).as("no row is lost").isEqualTo(22);
    assertThat(unpaid(of)).contains(number(9), number(11), number(16), number(30), number(20));
  }

  private List<String> unpaid(PaymentReconciliation.Reconciled of) {
    return of.told().stream()
        .filter(one -> one.finding().kind() == FindingKind.UNPAID)
        .map(one -> one.about().number())
        .toList();
  }

  @Test
  void rowsWrittenDifferently_areMatched_withoutFindings() {
    add(1, "approved", 50_000);
    String spaced = code(1).toLowerCase().replaceAll("(.{4})", "$1 ");
    PaymentReconciliation.Reconciled of =
        reconcile(
            PaymentLists.xlsx(
                List.of("受理编号", "税号", "户名", "事项", "金额（万元）", "到账日期", "支付令号"),
                List.of(
                    List.of(
                        "sb－2O26O3O1-OOO1",
                        spaced,
                        "福建企业１(集团)有限责任公司",
                        "技术改造补助资金",
                        "5.0",
                        "46086",
                        "支1"))));
    assertThat(kinds(of)).isEmpty();
    assertThat(booked(of)).containsExactly(2);
    assertThat(of.entries().get(0).fen()).isEqualTo(5_000_000);
    assertThat(of.entries().get(0).paidOn()).isEqualTo("2026-03-05");
  }

  @Test
  void severalFindings_atOneRow_areAllTold() {
    add(1, "approved", 50_000);
    PaymentReconciliation.Reconciled of =
        reconcile(
            form(
                "csv",
                List.of(
                    List.of(number(1), code(2), name(2), FIRST, "70000", "2026-03-20", "V1", ""))));
    assertThat(kinds(of).get(2)).containsExactly("payee", "amount", "late");
    assertThat(booked(of)).isEmpty();
  }

  @Test
  void wrongCheckDigit_isAPayeeFinding_withoutNumberUnknown() {
    add(1, "approved", 50_000);
    String wrong = code(1).substring(0, 17) + (code(1).endsWith("A") ? "B" : "A");
    PaymentReconciliation.Reconciled of =
        reconcile(
            form(
                "csv",
                List.of(
                    List.of(number(1), wrong, name(1), FIRST, "50000", "2026-03-05", "V1", ""),
                    List.of("", wrong, name(1), FIRST, "50000", "2026-03-05", "V2", ""))));
    assertThat(kinds(of).get(2)).containsExactly("payee");
    assertThat(kinds(of).get(3)).containsExactly("unknown");
    assertThat(of.told().get(1).finding().message()).contains("校验码").contains(name(1));
  }

  @Test
  void voucherOfAnEarlierFile_isTwice_andAnInstalmentIsNot() {
    add(1, 1, FIRST, "paid", 50_000, 50_000);
    add(2, 2, FIRST, "approved", 50_000, 20_000);
    add(3, 3, FIRST, "approved", 40_000, 0);
    earlier.add(before(1, 50_000, "V1"));
    earlier.add(before(2, 20_000, "V2"));
    PaymentReconciliation.Reconciled of =
        reconcile(
            form(
                "csv",
                List.of(
                    row(1, "50000", "2026-03-06", "V1"),
                    row(2, "30000", "2026-03-06", "V3"),
                    row(3, "40000", "2026-03-06", "v 2"),
                    row(1, "50000", "2026-03-09", "V9"),
                    row(1, "1000", "2026-03-09", "V10"))));
    assertThat(kinds(of))
        .isEqualTo(
            Map.of(
                2,
                List.of("twice"),
                4,
                List.of("twice"),
                5,
                List.of("twice"),
                6,
                List.of("amount")));
    assertThat(booked(of)).containsExactly(3);
  }

  private EarlierPayment before(int number, long yuan, String voucher) {
    return new EarlierPayment(
        new UUID(7, number),
        yuan * 100,
        LocalDate.of(2026, 3, 5),
        voucher,
        "2026-03-05 导入的文件第 2 行",
        true);
  }

  @Test
  void list_withTitlesSheetsUnitsAndTotals_isRead() {
    add(1, "approved", 50_000);
    add(2, "approved", 25_000);
    Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
    sheets.put(
        "一月",
        List.of(
            List.of("惠企资金拨付明细表"),
            List.of("制表：财务科", "", "单位：万元"),
            List.of("序号", "申报编号", "收款单位名称", "拨付金额", "拨付时间"),
            List.of("1", number(1), name(1), "5", "2026.3.5"),
            List.of("合 计", "", "", "5", "")));
    sheets.put(
        "二月",
        List.of(
            List.of("支付日期", "户名", "实付金额（元）", "业务编号"),
            List.of("2026-03-06", name(2), "25000", number(2)),
            List.of("支付日期", "户名", "实付金额（元）", "业务编号")));
    sheets.put("说明", List.of(List.of("本表由财务科填写"), List.of("如有疑问请联系", "0591")));
    PaymentReconciliation.Reconciled of = reconcile(PaymentLists.xlsx(sheets));
    assertThat(kinds(of)).isEmpty();
    assertThat(of.entries()).extracting(PaymentEntry::fen).containsExactly(5_000_000L, 2_500_000L);
    assertThat(of.entries()).extracting(PaymentEntry::sheet).containsExactly("一月", "二月");
    assertThat(read.unread()).extracting(PaymentFile.UnreadRow::row).containsExactly(5, 3);
    assertThat(read.unread().get(0).why()).contains("一致");
    assertThat(read.notes()).anyMatch(note -> note.contains("说明"));
  }

  @Test
  void applications_ofOtherDepartments_areNotPaid() {
    add(1, "approved", 50_000);
    PaymentReconciliation.Reconciled of =
        reconcile(form("csv", List.of(row(1, "50000", "2026-03-05", "V1"))), List.of("市商务局"));
    assertThat(kinds(of)).isEqualTo(Map.of(2, List.of("unknown")));
    assertThat(of.entries().get(0).applicationId()).isNull();
  }

  @Test
  void itemOfAnotherApplication_besideANumber_isUnknown() {
    add(1, "approved", 50_000);
    add(2, 2, SECOND, "approved", 50_000, 0);
    PaymentReconciliation.Reconciled of =
        reconcile(
            form(
                "csv",
                List.of(
                    List.of(
                        number(1), code(1), name(1), SECOND, "50000", "2026-03-05", "V1", ""))));
    assertThat(kinds(of).get(2)).containsExactly("unknown");
  }

  @Test
  void missingColumns_areNamed_withThoseThatAreThere() {
    assertThatThrownBy(() -> reconcile("序号,申报编号,联系人\n1,SB1,张三\n".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Problem.InvalidRequest.class)
        .hasMessageContaining("拨付金额")
        .hasMessageContaining("拨付日期")
        .hasMessageContaining("联系人");
    assertThatThrownBy(() -> reconcile("你好".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Problem.class);
  }

  @Test
  void columns_someMissing_areNamedByTheMissingAlone() {
    byte[] dayAbove =
        PaymentLists.csv(
            List.of("拨付日期：2026年3月5日", "", ""),
            List.of(List.of("申报编号", "企业名称", "联系人"), List.of("SB1", "甲", "张三")));
    assertThatThrownBy(() -> reconcile(dayAbove))
        .hasMessageContaining("拨付金额")
        .hasMessageNotContaining("拨付日期");
    byte[] byId = "{\"申报ID\":\"x\",\"拨付日期\":\"2026-03-05\"}".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> reconcile(byId))
        .hasMessageContaining("拨付金额")
        .hasMessageNotContaining("申报编号");
  }

  @Test
  void json_ofTooManyKeysOrRows_isRefused() {
    StringBuilder keys = new StringBuilder();
    for (int i = 0; i < 201; i++) {
      keys.append("{\"k").append(i).append("\":1}\n");
    }
    assertThatThrownBy(() -> reconcile(keys.toString().getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Problem.UnreadableFile.class)
        .hasMessageContaining("200 种");
    String rows = "[" + "{},".repeat(50_000) + "{}]";
    assertThatThrownBy(() -> reconcile(rows.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Problem.UnreadableFile.class)
        .hasMessageContaining("50000 行");
  }

  @Test
  void json_asAnArray_isRead_andRefusedWhereItGoesOn() {
    add(1, "approved", 50_000);
    String list = "[{\"number\":\"" + number(1) + "\",\"amount\":50000,\"paidOn\":\"2026-03-05\"}]";
    assertThat(booked(reconcile(list.getBytes(StandardCharsets.UTF_8)))).containsExactly(1);
    assertThatThrownBy(() -> reconcile((list + "[]").getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Problem.UnreadableFile.class);
  }

  @Test
  void brokenLines_ofJson_areUnread_andTheRestIsRead() {
    add(1, "approved", 50_000);
    String good =
        "{\"number\":\"" + number(1) + "\",\"amount\":50000,\"paidOn\":\"2026-03-05\",\"x\":null}";
    String text = good + "\n{\"number\":\n[1]\n{\"number\":\"1\",\"amount\":{\"v\":1}}\n";
    PaymentReconciliation.Reconciled of = reconcile(text.getBytes(StandardCharsets.UTF_8));
    assertThat(booked(of)).containsExactly(1);
    assertThat(read.unread()).extracting(PaymentFile.UnreadRow::row).containsExactly(2, 3, 4);
  }

  @Test
  void rows_thatCannotBeRead_sayWhy() {
    add(1, "approved", 50_000);
    reconcile(
        form(
            "csv",
            List.of(
                List.of("", "", "", "", "", "", "", "备注而已"),
                List.of(number(1), "", "", "", "", "2026-03-05", "V1", ""),
                List.of(number(1), "", "", "", "50000", "", "V1", ""),
                List.of("", "", "", "", "50000", "2026-03-05", "V1", ""),
                List.of(number(1), "", "", "", "五万左右", "2026-03-05", "V1", ""))));
    assertThat(read.unread().stream().map(PaymentFile.UnreadRow::why).collect(Collectors.toList()))
        .hasSize(5)
        .allMatch(why -> why.length() > 3);
  }
}
