package cn.zhitong.assistant.casework;

import java.util.regex.Pattern;

/**
 * Sentences of a reply that are about the enterprise it is written to, not about the matter: what
 * it owes or was fined, and where somebody has been to see it.
 */
final class OwnAffairs {
  private static final String ADDRESSED = "(?:贵|你|您)(?:公司|单位|企业|厂|店|司|处|户|方|家)";

  private static final String MONEY = "欠|罚款|罚金|滞纳|补缴|账户|账号|余额|处罚|违法|\\d元|[一二两三四五六七八九十百千万]元";

  /** Bounded on both sides: a sentence of office prose has some eighty characters. */
  private static final Pattern ADDRESSED_WITH_MONEY =
      Pattern.compile(
          ADDRESSED
              + "[^。！？\\n]{0,80}(?:"
              + MONEY
              + ")|(?:"
              + MONEY
              + ")[^。！？\\n]{0,80}"
              + ADDRESSED);

  private static final Pattern VISITED =
      Pattern.compile(ADDRESSED + "[^。！？\\n]{0,20}(?:路|街|巷|弄|道|村|园)[^。！？\\n]{0,6}\\d{1,5}号");

  private OwnAffairs() {}

  static boolean in(String reply) {
    return ADDRESSED_WITH_MONEY.matcher(reply).find() || VISITED.matcher(reply).find();
  }
}
