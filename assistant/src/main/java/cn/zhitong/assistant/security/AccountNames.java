package cn.zhitong.assistant.security;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which names people may have. */
final class AccountNames {
  /** The log writes these for the program, for nobody and for whoever sent an appeal. */
  private static final Set<String> OF_THE_LOG =
      Set.of("system", "visitor", "enterprise", "anonymous", "zhitong");

  /** Keys stand in the log as {@code key:NAME}; no other name has a colon. */
  static final String FORM = "[A-Za-z0-9][A-Za-z0-9._@-]{1,63}";

  /** Names of issuers may be in Chinese. */
  private static final Pattern VALID =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@+\\\\-]{0,127}");

  private AccountNames() {}

  static boolean reserved(String name) {
    return OF_THE_LOG.contains(name.strip().toLowerCase(Locale.ROOT));
  }

  static boolean valid(String name) {
    return VALID.matcher(name).matches();
  }
}
