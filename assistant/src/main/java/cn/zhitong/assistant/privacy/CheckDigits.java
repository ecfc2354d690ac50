package cn.zhitong.assistant.privacy;

/** Check characters and fixed parts of numbers that states and banks give out. */
public final class CheckDigits {
  private static final int[] ID_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String ID_CHECKS = "10X98765432";
  private static final String CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  /** First digits of GB/T 2260 codes in use, and 99, which examples take for no place. */
  private static final String PROVINCES =
      " 11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64"
          + " 65 71 81 82 83 91 99 ";

  private CheckDigits() {}

  /**
   * GB 11643: a date of birth and a check character, ISO 7064 MOD 11-2.
   *
   * @param value 18 characters: digits, the last may be X
   */
  static boolean idCard(String value) {
    return born(value, 10) && "18 19 20".contains(value.substring(6, 8)) && idCheck(value);
  }

  private static boolean idCheck(String value) {
    int sum = 0;
    for (int i = 0; i < ID_WEIGHTS.length; i++) {
      sum += (value.charAt(i) - '0') * ID_WEIGHTS[i];
    }
    return ID_CHECKS.charAt(sum % 11) == value.charAt(17);
  }

  /** Month and day from an index on; where the digits before it are a year, it is not looked at. */
  private static boolean born(String value, int at) {
    int month = Integer.parseInt(value.substring(at, at + 2));
    int day = Integer.parseInt(value.substring(at + 2, at + 4));
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
  }

  /**
   * Whether it is built like an identity number, whatever its check character: the province, and a
   * day of birth of somebody old enough to write. A file's number of place, day and sequence has
   * the same form, but a day of late.
   */
  static boolean likeIdCard(String value) {
    int year = Integer.parseInt(value.substring(6, 10));
    return province(value) && born(value, 10) && year >= 1900 && year <= 2012;
  }

  /** The number of 15 digits that was given out until 1999. */
  static boolean likeOldIdCard(String value) {
    return province(value) && born(value, 8);
  }

  private static boolean province(String value) {
    return PROVINCES.contains(" " + value.substring(0, 2) + " ");
  }

  /** GB 32100: 18 characters, the last a check character, MOD 31. */
  public static boolean creditCode(String value) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < 17; i++) {
      int worth = CREDIT_ALPHABET.indexOf(value.charAt(i));
      if (worth < 0) {
        return false;
      }
      sum += worth * weight;
      weight = weight * 3 % 31;
    }
    return CREDIT_ALPHABET.charAt((31 - sum % 31) % 31) == value.charAt(17);
  }

  /** ISO/IEC 7812 check digit; a card's number never starts with 0. */
  static boolean luhn(String digits) {
    if (digits.charAt(0) == '0' || digits.chars().distinct().count() == 1) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int doubled = i % 2 == 1 ? digit * 2 : digit;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
  }
}
