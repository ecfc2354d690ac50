package cn.zhitong.assistant.payment;

import cn.zhitong.assistant.matching.TestItems;
import cn.zhitong.common.workday.WorkingDays;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;

/** Applications, earlier payments and budgets, with which a file is compared on 1 April 2026. */
abstract class ReconciliationFixture {
  static final LocalDate TODAY = LocalDate.of(2026, 4, 1);
  static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-04-01T02:00:00Z"), ZoneId.of("Asia/Shanghai"));
  static final WorkingDays CALENDAR = new WorkingDays(List.of());
  static final LocalDate APPROVED = LocalDate.of(2026, 2, 27);
  static final LocalDate DUE = LocalDate.of(2026, 3, 13);
  static final String FIRST = "技术改造补助";
  static final String SECOND = "稳岗返还";

  @TempDir Path folder;

  final List<PayableApplication> applications = new ArrayList<>();
  final List<EarlierPayment> earlier = new ArrayList<>();
  final List<BudgetStore.Use> budgets = new ArrayList<>();
  PaymentFile read;

  static String code(int number) {
    return TestItems.code("91350100MA6", number);
  }

  static String name(int number) {
    return "福建企业" + number + "（集团）有限公司";
  }

  PayableApplication add(int number, String state, long yuan) {
    return add(number, number, FIRST, state, yuan, 0);
  }

  PayableApplication add(
      int number, int enterprise, String item, String state, long yuan, long paidYuan) {
    boolean granted = List.of("approved", "paid", "closed").contains(state);
    PayableApplication one =
        new PayableApplication(
            new UUID(7, number),
            number(number),
            UUID.nameUUIDFromBytes(item.getBytes()),
            item,
            code(enterprise),
            name(enterprise),
            null,
            "市工信局",
            state,
            granted ? yuan * 100 : null,
            granted ? APPROVED : null,
            LocalDate.of(2026, 2, 26),
            granted ? DUE : null,
            paidYuan * 100);
    applications.add(one);
    return one;
  }

  static String number(int number) {
    return String.format("SB-20260301-%04d", number);
  }

  static List<String> row(int number, String amount, String day, String voucher) {
    return List.of(number(number), code(number), name(number), FIRST, amount, day, voucher, "");
  }

  PaymentReconciliation.Reconciled reconcile(byte[] file) {
    return reconcile(file, null);
  }

  PaymentReconciliation.Reconciled reconcile(byte[] file, List<String> offices) {
    try {
      Path path = Files.write(folder.resolve("list"), file);
      read = new PaymentFileReader(CLOCK).read(path);
      return new PaymentReconciliation(
              new PaymentStore.Ledger(applications, earlier, budgets), offices, TODAY, CALENDAR)
          .of(new UUID(1, 1), read.rows());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Row → kinds; row 0 for what has none. */
  static Map<Integer, List<String>> kinds(PaymentReconciliation.Reconciled of) {
    Map<Integer, List<String>> kinds = new TreeMap<>();
    for (PaymentReconciliation.Told one : of.told()) {
      kinds
          .computeIfAbsent(one.row() == null ? 0 : one.row().row(), row -> new ArrayList<>())
          .add(one.finding().kind().code());
    }
    return kinds;
  }

  static List<Integer> booked(PaymentReconciliation.Reconciled of) {
    return of.entries().stream()
        .filter(one -> one.state().counts())
        .map(PaymentEntry::row)
        .toList();
  }
}
