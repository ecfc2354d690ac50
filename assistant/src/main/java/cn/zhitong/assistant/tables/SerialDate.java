package cn.zhitong.assistant.tables;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** Days since the beginning of 1900, or of 1904, as spreadsheets count them. */
public final class SerialDate {
  private static final BigDecimal SECONDS = BigDecimal.valueOf(24 * 60 * 60);

  /** 9999-12-31, the last that a spreadsheet shows. */
  private static final BigDecimal LAST = BigDecimal.valueOf(2_958_466);

  /** Excel's 1900 has a 29 February, so that later days count from here. */
  private static final LocalDate FROM_1900 = LocalDate.of(1899, 12, 30);

  private static final LocalDate FROM_1904 = LocalDate.of(1904, 1, 1);

  private SerialDate() {}

  /** Its form by ISO 8601, to the second; null where it is no date. */
  static String text(BigDecimal number, FormatSection section, boolean from1904) {
    if (number.signum() < 0 || number.compareTo(LAST) >= 0) {
      return null;
    }
    LocalDateTime time = time(number, from1904 ? FROM_1904 : FROM_1900);
    if (section.timeOnly()) {
      return number.compareTo(BigDecimal.ONE) < 0
          ? time.toLocalTime().toString()
          : number.setScale(0, RoundingMode.DOWN).intValue() * 24
              + time.getHour()
              + time.toLocalTime().toString().substring(2);
    }
    boolean day = time.toLocalTime().toSecondOfDay() == 0;
    return day ? time.toLocalDate().toString() : time.toString();
  }

  /**
   * The time that a number without a date's format means in a column of times.
   *
   * @return null where it is no day between 2000 and 2100
   */
  public static String ofPlainNumber(String digits) {
    if (!digits.matches("\\d{5}(\\.\\d{1,16})?")) {
      return null;
    }
    LocalDateTime time = time(new BigDecimal(digits), FROM_1900);
    boolean likely = time.getYear() >= 2000 && time.getYear() < 2100;
    return likely ? time.toString() : null;
  }

  private static LocalDateTime time(BigDecimal number, LocalDate from) {
    long seconds = number.multiply(SECONDS).setScale(0, RoundingMode.HALF_UP).longValueExact();
    return from.atStartOfDay().plusSeconds(seconds);
  }
}
