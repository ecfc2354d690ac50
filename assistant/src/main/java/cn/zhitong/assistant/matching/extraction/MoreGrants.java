package cn.zhitong.assistant.matching.extraction;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Grants behind each other in one sentence: 对省级的奖励50万元，对市级的奖励20万元. */
final class MoreGrants {
  /** How the words open that say whom the next grant is for. */
  private static final Pattern OPENS =
      Pattern.compile(
          "，(?:并|另|或)?(?=(?:对于?(?!单[个家户]|每|同一|其|一个)|(?:新|首次|被|当年)*(?:评为|认定为?|获评|获得|获|取得|入选|列入|通过|达到|晋升|晋级)|属于))");

  /** Fewer words before a grant say of nobody. */
  private static final int SHORTEST = 4;

  private MoreGrants() {}

  /** Where the comma stands behind the first grant that another follows; -1 where none does. */
  static int next(String words) {
    int first = Remarks.grantStart(words);
    if (first < SHORTEST) {
      return -1;
    }
    Matcher opens = OPENS.matcher(words).region(first, words.length());
    while (opens.find()) {
      String rest = words.substring(opens.end());
      if (Remarks.grantStart(rest) >= SHORTEST) {
        return opens.start();
      }
    }
    return -1;
  }
}
