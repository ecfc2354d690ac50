package cn.zhitong.assistant.question;

import java.util.regex.Pattern;

/** Masks what a question does not need to be kept with. */
final class PersonalData {
  private static final Pattern MOBILE = Pattern.compile("(?<!\\d)(1[3-9]\\d)\\d{4}(\\d{4})(?!\\d)");
  private static final Pattern IDENTITY =
      Pattern.compile("(?<!\\d)(\\d{6})\\d{8}(\\d{3}[\\dXx])(?!\\d)");

  private PersonalData() {}

  /** What is left to search for: a number of the asker's own is in no policy. */
  static String without(String text) {
    return MOBILE.matcher(IDENTITY.matcher(text).replaceAll("")).replaceAll("");
  }

  static String masked(String text) {
    String withoutIdentity = IDENTITY.matcher(text).replaceAll("$1********$2");
    return MOBILE.matcher(withoutIdentity).replaceAll("$1****$2");
  }
}
