package cn.zhitong.assistant.matching.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a text says of the applicants before its parts begin. */
final class ApplicantSentences {
  private static final Pattern WHO = Pattern.compile("注册|登记|参照执行|是指|适用于|面向|法人");
  private static final Pattern PREAMBLE = Pattern.compile("根据|贯彻|落实|通知|《|现将|网址|系统|公告|印发");

  private ApplicantSentences() {}

  static List<TextSpan> of(ItemText source, TextSpan text) {
    List<TextSpan> kept = new ArrayList<>();
    for (StatementSplitter.Statement statement : StatementSplitter.split(source, text)) {
      for (TextSpan sentence : statement.sentences()) {
        String words = source.covered(sentence);
        if (WHO.matcher(words).find() && !PREAMBLE.matcher(words).find()) {
          kept.add(sentence);
        }
      }
    }
    return kept;
  }
}
