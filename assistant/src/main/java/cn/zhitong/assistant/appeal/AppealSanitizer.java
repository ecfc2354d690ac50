package cn.zhitong.assistant.appeal;

import java.util.regex.Pattern;

/**
 * Takes out of an appeal what is said to a machine and not to an office: orders to ignore
 * instructions, to play a role, to give a category or a department. They could otherwise tip the
 * scales by their mere words (建议, 市长办公室). The stored text stays whole.
 */
public final class AppealSanitizer {
  private static final Pattern TO_A_MACHINE =
      Pattern.compile(
          "(?:忽略|无视|忘记|忘掉|抛开|不要遵守|停止执行)[^，。！？\\n]{0,8}(?:以上|上述|上面|之前|前面|先前|原有|所有|一切|系统)"
              + "[^，。！？\\n]{0,8}(?:指令|指示|提示|规则|要求|设定|内容|约束)"
              + "|(?:你|您)(?:现在|从现在起|今后)?(?:是|扮演|充当|作为)(?:一[个名位])?[^，。！？\\n]{0,12}(?:助手|系统|模型|机器人|AI|ai)"
              + "|(?:系统|开发者)(?:提示|指令|消息|message|prompt)"
              + "|(?:类别|分类|置信度|办理期限)(?:请)?(?:一律|全部|统一|必须)?(?:改|设|标|判|定|归)(?:成|为|到)"
              + "|(?:重复|复述|输出|打印|泄露|告诉我)[^，。！？\\n]{0,8}(?:提示词|系统指令|开发者)"
              + "|```|\\{\\{|[$#]\\{|(?i:<script|drop\\s+table)"
              + "|\"(?i:category|departments?|lead|role|system|instruction)\"\\s*:"
              + "|(?i:ignore|disregard|forget)[^.。\\n]{0,30}(?i:instruction|prompt|rule)"
              + "|(?i:system\\s*prompt|you are now|<\\|?im_start|\\[/?INST\\])");

  private static final Pattern SENTENCE = Pattern.compile("[^。！？!?；;\\n]*[。！？!?；;\\n]*");

  private AppealSanitizer() {}

  /** The text without such sentences; as it was when nothing else would be left. */
  public static String matter(String text) {
    if (!TO_A_MACHINE.matcher(text).find()) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    SENTENCE
        .matcher(text)
        .results()
        .map(found -> found.group())
        .filter(sentence -> !TO_A_MACHINE.matcher(sentence).find())
        .forEach(kept::append);
    return kept.toString().isBlank() ? text : kept.toString();
  }
}
