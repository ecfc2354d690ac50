package cn.zhitong.assistant.payment;

import java.util.List;

/**
 * A payment file as it was read.
 *
 * @param rows that say who got how much on which day
 * @param unread rows that do not, and why
 * @param notes how the file was read: left-out sheets, the unit, totals
 */
record PaymentFile(List<PaymentRow> rows, List<UnreadRow> unread, List<String> notes) {
  /**
   * A row that was not taken, and why.
   *
   * @param kind of what is wrong; null for what is no payment: totals, names of columns
   * @param number that the row gives, or null
   */
  record UnreadRow(String sheet, int row, FindingKind kind, String number, String why) {}
}
