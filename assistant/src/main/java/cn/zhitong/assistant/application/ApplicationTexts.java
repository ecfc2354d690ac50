package cn.zhitong.assistant.application;

import cn.zhitong.assistant.casework.PlainText;
import cn.zhitong.assistant.web.Problem;

/** What people type into acts on applications. */
final class ApplicationTexts {
  private ApplicationTexts() {}

  /** Null becomes empty. */
  static String clean(String text) {
    return PlainText.clean(text);
  }

  /**
   * @param field as the request has it, with its meaning
   */
  static String required(String value, String field, int longest) {
    String text = clean(value);
    if (text.isEmpty()) {
      throw new Problem.InvalidRequest("请填写 " + field + "。");
    }
    return limited(text, field, longest);
  }

  /** Null where nothing was typed. */
  static String optional(String value, String field, int longest) {
    String text = clean(value);
    return text.isEmpty() ? null : limited(text, field, longest);
  }

  private static String limited(String text, String field, int longest) {
    if (text.length() > longest) {
      throw new Problem.InvalidRequest(field + " 最多 " + longest + " 个字符。");
    }
    return text;
  }
}
