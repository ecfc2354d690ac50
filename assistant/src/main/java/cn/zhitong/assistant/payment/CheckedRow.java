package cn.zhitong.assistant.payment;

import java.util.ArrayList;
import java.util.List;

/** A row with the application it pays and what is wrong with it; filled while it is checked. */
final class CheckedRow {
  private final PaymentRow row;
  private final PayableApplication application;
  private final List<Fault> faults = new ArrayList<>();
  private boolean held;

  /** What is wrong. */
  record Fault(FindingKind kind, String message) {}

  CheckedRow(PaymentRow row, PayableApplication application) {
    this.row = row;
    this.application = application;
  }

  PaymentRow row() {
    return row;
  }

  /** Null where it is none's. */
  PayableApplication application() {
    return application;
  }

  List<Fault> faults() {
    return faults;
  }

  /** Whether a person has to look before it counts as a payment. */
  boolean isHeld() {
    return held;
  }

  void hold(FindingKind kind, String message) {
    faults.add(new Fault(kind, message));
    held = true;
  }

  void remark(FindingKind kind, String message) {
    faults.add(new Fault(kind, message));
  }

  EntryState state() {
    return held ? EntryState.OPEN : EntryState.BOOKED;
  }
}
