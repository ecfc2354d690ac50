package cn.zhitong.assistant.matching.enterprise;

/**
 * A unified social credit code, checked by GB 32100-2015: 18 characters, the last checks the rest.
 */
public record CreditCode(String value) {
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int LENGTH = 18;
  private static final int MODULUS = 31;
  private static final int BASE = 3;

  /**
   * @throws InvalidFile where the check character does not fit
   */
  public CreditCode {
    if (!isValid(value)) {
      throw new InvalidFile("统一社会信用代码有误：" + value + "（应为 18 位，末位为校验码）");
    }
  }

  /** Reads it as people type it: small letters, blanks around it. */
  public static CreditCode of(String text) {
    return new CreditCode(text == null ? "" : text.strip().toUpperCase(java.util.Locale.ROOT));
  }

  public static boolean isValid(String code) {
    if (code == null || code.length() != LENGTH) {
      return false;
    }
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < LENGTH - 1; i++) {
      int digit = ALPHABET.indexOf(code.charAt(i));
      if (digit < 0) {
        return false;
      }
      sum += digit * weight;
      weight = weight * BASE % MODULUS;
    }
    return ALPHABET.indexOf(code.charAt(LENGTH - 1)) == (MODULUS - sum % MODULUS) % MODULUS;
  }

  @Override
  public String toString() {
    return value;
  }
}
