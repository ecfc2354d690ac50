package cn.zhitong.assistant.question;

import java.util.regex.Pattern;

/**
 * Sentences that every official text has and that answer nothing: what it is based on and made for,
 * to whom it is addressed, that it is passed on and from when it holds.
 */
final class Preamble {
  private static final Pattern PURPOSE =
      Pattern.compile(
          "^\\s*(?:第一条\\s*)?(?:为|根据|依据|按照|经.{0,30}(?:同意|批准)).{0,260}(?:制定本|制定以下|特制定|现就|现将|提出以下|提出如下|(?:通知|公告|明确|规定|答复|通告)如下)");
  private static final Pattern ADDRESSEE =
      Pattern.compile(
          "^\\s*(?:各[^。；]{2,120}|[^。；，]{2,40}(?:人民政府|委员会|管委会|局|厅|办公室|海关|单位|公司|企业))[：:]\\s*$");
  private static final Pattern PASSED_ON =
      Pattern.compile(
          "^\\s*(?:现|已)?[^。]{0,60}(?:印发给你们|转发给你们|请(?:结合实际)?(?:认真)?(?:贯彻|遵照)(?:执行|落实)|特此(?:通知|公告|通告|函复))");
  private static final Pattern IN_FORCE_FROM =
      Pattern.compile(
          "^\\s*(?:[一二三四五六七八九十]+、|第[一二三四五六七八九十百]+条\\s*)?本(?:通知|办法|意见|措施|规定|公告|细则|条例|法|方案|指南)自.{0,60}(?:施行|执行|实施|生效)");
  private static final Pattern ASKS_FOR_IT =
      Pattern.compile("施行|生效|实施|有效期|管到|失效|到期|执行到|什么时候开始|哪天开始|哪年|依据|根据|目的|为什么|为何|发给谁|制定");

  private Preamble() {}

  /** Whether the sentence is no answer, unless the question asks for just that. */
  static boolean is(String sentence, String question) {
    boolean formal =
        PURPOSE.matcher(sentence).find()
            || ADDRESSEE.matcher(sentence).find()
            || PASSED_ON.matcher(sentence).find()
            || IN_FORCE_FROM.matcher(sentence).find();
    return formal && !ASKS_FOR_IT.matcher(question).find();
  }

  /** Whether a text has nothing but titles, headings and such sentences. */
  static boolean isAll(String text, String question) {
    return SentenceSpan.statements(text).stream()
        .map(piece -> piece.in(text).strip())
        .allMatch(sentence -> is(sentence, question));
  }
}
