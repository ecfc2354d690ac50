package cn.zhitong.assistant.payment;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.tables.RawWorkbook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What finance sheets have wrong besides the plain errors: each is told at its row, none booked.
 */
class PaymentErrorKindsTest extends ReconciliationFixture {
  private PaymentReconciliation.Reconciled of;

  private void reconcileRows(List<List<String>> rows) {
    of = reconcile(PaymentLists.csv(PaymentLists.HEADER, rows));
  }

  private String told(int row) {
    return of.told().stream()
        .filter(one -> one.row() != null && one.row().row() == row)
        .map(one -> one.finding().kind().code() + " " + one.finding().message())
        .collect(Collectors.joining("\n"));
  }

  private String unread(int row) {
    return read.unread().stream()
        .filter(one -> one.row() == row)
        .map(one -> (one.kind() == null ? "-" : one.kind().code()) + " " + one.why())
        .collect(Collectors.joining("\n"));
  }

  private EarlierPayment earlier(int number, long yuan, String voucher, boolean counts) {
    return new EarlierPayment(
        new UUID(7, number),
        yuan * 100,
        LocalDate.of(2026, 3, 5),
        voucher,
        "2026-03-05 导入的文件第 2 行",
        counts);
  }

  @Test
  void refunds_areBooked_andTold_alsoOfWhatIsClosed() {
    add(1, 1, FIRST, "paid", 50_000, 50_000);
    add(2, 2, FIRST, "closed", 40_000, 40_000);
    add(3, "approved", 30_000);
    earlier.add(earlier(1, 50_000, "V1", true));
    reconcileRows(
        List.of(
            row(1, "-20000", "2026-03-20", "V1"),
            row(2, "(40,000.00)", "2026-03-20", "R2"),
            row(3, "30000", "2026-03-06", "V3"),
            row(3, "-30000", "2026-03-10", "R3"),
            row(3, "30000", "2026-03-12", "V4")));
    assertThat(booked(of)).containsExactly(2, 3, 4, 5, 6);
    assertThat(told(2)).startsWith("amount 退回 20,000.00 元").contains("累计拨付 30,000.00 元");
    assertThat(told(3)).contains("已登记为退回").contains(number(2));
    assertThat(told(5)).contains("已登记为退回");
    assertThat(told(6)).isEmpty();
  }

  @Test
  void refunds_ofMoreThanWasPaid_again_orWrittenAsPayments_areHeld() {
    add(1, 1, FIRST, "paid", 50_000, 50_000);
    add(2, "approved", 40_000);
    add(3, "withdrawn", 30_000);
    List<String> called = new ArrayList<>(row(2, "40000", "2026-03-06", "V9"));
    called.set(7, "银行退汇");
    reconcileRows(
        List.of(
            row(1, "-60000", "2026-03-20", "R1"),
            row(2, "-100", "2026-03-20", "R2"),
            row(3, "-100", "2026-03-20", "R3"),
            row(1, "-20000", "2026-03-20", "R4"),
            row(1, "-20000", "2026-03-20", "R4"),
            called));
    assertThat(booked(of)).containsExactly(5);
    assertThat(told(2)).startsWith("amount").contains("只登记拨付 50,000.00 元");
    assertThat(told(3)).startsWith("amount").contains("没有已登记的拨付");
    assertThat(told(4)).startsWith("amount").contains("没有已登记的拨付");
    assertThat(told(6)).startsWith("twice").contains("第 5 行是同一笔退回");
    assertThat(told(7)).startsWith("amount").contains("写成负数");
  }

  @Test
  void voucherTwice_isTold_forTheSameRow_anotherAmount_andAnotherApplication() {
    for (int i = 1; i <= 7; i++) {
      add(i, "approved", 50_000);
    }
    reconcileRows(
        List.of(
            row(1, "20000", "2026-03-05", "V1"),
            row(1, "20000", "2026-03-05", "V1"),
            row(1, "30000", "2026-03-05", "V1"),
            row(2, "50000", "2026-03-05", "V1"),
            row(3, "20000", "2026-03-05", "V3"),
            row(3, "20000", "2026-03-05", "V33"),
            row(5, "50000", "2026-03-05", "支付令1"),
            row(6, "50000", "2026-03-05", "支付令1"),
            row(7, "50000", "2026-03-05", "支付令1")));
    assertThat(booked(of)).containsExactly(2, 6, 8, 9, 10);
    assertThat(told(3)).startsWith("twice").contains("同一笔");
    assertThat(told(4)).startsWith("twice").contains("20,000.00 元");
    assertThat(told(5)).startsWith("twice").contains("另一件申报");
    assertThat(told(7)).startsWith("twice").contains("凭证号不同");
    assertThat(told(8) + told(9) + told(10)).as("an order for a list").isEmpty();
  }

  @Test
  void row_thatMendsAnEarlierOne_isBooked() {
    add(1, "approved", 50_000);
    add(2, "approved", 50_000);
    // The first time it stood at the wrong application, and waits.
    earlier.add(earlier(2, 50_000, "V1", false));
    reconcileRows(List.of(row(1, "50000", "2026-03-05", "V1")));
    assertThat(booked(of)).containsExactly(2);
    assertThat(told(2)).isEmpty();
  }

  @Test
  void payments_beyondTheBudget_areToldAtTheirRow() {
    add(1, "approved", 50_000);
    add(2, "approved", 50_000);
    UUID item = applications.get(0).itemId();
    budgets.add(new BudgetStore.Use(item, 2026, FIRST, 8_000_000L, 2, 10_000_000, 0));
    reconcileRows(
        List.of(row(1, "50000", "2026-03-05", "V1"), row(2, "50000", "2026-03-05", "V2")));
    assertThat(booked(of)).containsExactly(2, 3);
    assertThat(told(2)).isEmpty();
    assertThat(told(3)).startsWith("amount").contains("100,000.00 元，超过预算 80,000.00 元");
  }

  @Test
  void accountNumbers_asVouchers_areHeld_andNotShown() {
    add(1, "approved", 50_000);
    add(2, "approved", 50_000);
    add(3, "approved", 50_000);
    add(4, "approved", 50_000);
    String card = "6222021402001234567";
    String account = "35050161543800000123";
    List<String> header = new ArrayList<>(PaymentLists.HEADER);
    header.set(7, "收款账号");
    List<String> same = new ArrayList<>(row(3, "50000", "2026-03-05", "9558800000"));
    same.set(7, "95588 00000");
    of =
        reconcile(
            PaymentLists.csv(
                header,
                List.of(
                    row(1, "50000", "2026-03-05", card),
                    row(2, "50000", "2026-03-05", account),
                    same,
                    row(4, "50000", "2026-03-05", "支字第4号"))));
    assertThat(booked(of)).containsExactly(5);
    for (int row = 2; row <= 4; row++) {
      assertThat(told(row)).startsWith("unknown").contains("银行账号");
    }
    assertThat(told(2)).doesNotContain(card);
    assertThat(of.entries())
        .extracting(PaymentEntry::voucher)
        .containsExactly(null, null, null, "支字第4号");
  }

  @Test
  void serialNumbers_ofBanks_areVouchers() {
    add(1, "approved", 50_000);
    add(2, "approved", 50_000);
    reconcileRows(
        List.of(
            row(1, "50000", "2026-03-05", "2026030512345678"),
            row(2, "50000", "2026-03-05", "2026030512345679")));
    assertThat(booked(of)).containsExactly(2, 3);
  }

  @Test
  void unreadRows_sayAllThatIsWrong_andWhatToDo() {
    add(1, "approved", 50_000);
    reconcileRows(
        List.of(
            row(1, "见附件", "2027-03-05", "V1"),
            row(1, "", "2026-03-05", "V2"),
            row(1, "50000", "2026-04-02", "V3"),
            row(1, "$50000", "3月5日", "V4"),
            List.of("", "", "", "", "50000", "2026-03-05", "V5", ""),
            List.of("", "制表：张三", "审核：李四", "", "", "", "", ""),
            List.of("合计", "", "", "", "50000", "", "", ""),
            PaymentLists.HEADER));
    assertThat(of.entries()).isEmpty();
    assertThat(unread(2)).startsWith("amount").contains("见附件").contains("晚于今天");
    assertThat(unread(3)).startsWith("amount").contains("请按凭证填写");
    assertThat(unread(4)).startsWith("unknown").contains("2026-04-02 晚于今天");
    assertThat(unread(5)).startsWith("amount").contains("$50000").contains("3月5日");
    assertThat(unread(6)).startsWith("unknown").contains("请填写");
    assertThat(unread(7)).startsWith("- ").contains("签名");
    assertThat(unread(8)).startsWith("- 合计行");
    assertThat(unread(9)).startsWith("- 重复的列名");
    assertThat(read.unread().get(0).number()).isEqualTo(number(1));
  }

  @Test
  void amountCutByItsComma_isUnread_inATextWithoutQuotes() {
    add(1, "approved", 50_000);
    String text =
        "申报编号,收款单位,拨付日期,拨付金额,凭证号\n" + number(1) + "," + name(1) + ",2026-03-05,50,000.00,V1\n";
    of = reconcile(text.getBytes(StandardCharsets.UTF_8));
    assertThat(of.entries()).isEmpty();
    assertThat(unread(2)).startsWith("amount").contains("50,000.00").contains("引号");
  }

  @Test
  void texts_withOtherMarks_areRead() {
    add(1, "approved", 50_000);
    for (String mark : List.of(";", "\t")) {
      String text =
          "\uFEFF申报编号,收款单位,拨付日期,拨付金额,凭证号\n".replace(",", mark)
              + String.join(mark, number(1), name(1), "2026/3/5", "￥50,000.00元", "V1")
              + "\n";
      of = reconcile(text.getBytes(StandardCharsets.UTF_8));
      assertThat(booked(of)).containsExactly(2);
    }
  }

  private static String texts(int number, String... cells) {
    return RawWorkbook.texts(number, cells);
  }

  /** A row of number, day, and an amount's cell. */
  private static String paid(int row, int application, String amount) {
    return texts(row, number(application), "2026-03-05").replace("</row>", amount + "</row>");
  }

  @Test
  void mergedAmounts_formulasWithoutValues_andHiddenParts_areTold() throws IOException {
    for (int i = 1; i <= 4; i++) {
      add(i, "approved", 50_000);
    }
    String rows =
        texts(1, "申报编号", "拨付日期", "拨付金额")
            + paid(2, 1, "<c r=\"C2\"><v>50000</v></c>")
            + paid(3, 2, "")
            + paid(4, 3, "<c r=\"C4\"><f>B4*2</f></c>")
            + paid(5, 4, "<c r=\"C5\"><f>25000*2</f><v>50000</v></c>")
                .replace("<row r=\"5\"", "<row r=\"5\" hidden=\"1\"");
    byte[] file =
        new RawWorkbook()
            .worksheet(
                "三月",
                "<sheetData>"
                    + rows
                    + "</sheetData><mergeCells count=\"1\"><mergeCell ref=\"C2:C3\"/></mergeCells>")
            .hiddenSheet("旧表", texts(1, "申报编号", "拨付日期", "拨付金额"))
            .bytes();
    of = reconcile(file);
    assertThat(booked(of)).containsExactly(5);
    assertThat(unread(2)).startsWith("amount").contains("合并");
    assertThat(unread(3)).startsWith("amount").contains("合并");
    assertThat(unread(4)).startsWith("amount").contains("=B4*2").contains("没有算出的结果");
    assertThat(read.notes())
        .anyMatch(note -> note.contains("旧表") && note.contains("隐藏"))
        .anyMatch(note -> note.contains("第 5 行"));
  }

  @Test
  void longVouchers_thatTheSheetHasLost_areHeld() {
    add(1, "approved", 50_000);
    of =
        reconcile(
            PaymentLists.csv(
                PaymentLists.HEADER, List.of(row(1, "50000", "2026-03-05", "2.02603E+18"))));
    assertThat(booked(of)).isEmpty();
    assertThat(told(2)).startsWith("unknown").contains("近似数");
    assertThat(kinds(of)).isEqualTo(Map.of(2, List.of("unknown")));
  }
}
