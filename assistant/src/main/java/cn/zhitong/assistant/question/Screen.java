package cn.zhitong.assistant.question;

import java.util.Optional;
import java.util.regex.Pattern;

/** Turns away what must not be answered before anything is looked up. */
final class Screen {
  private static final Pattern CHAT =
      Pattern.compile(
          "^(?:你好|您好|hi|hello|在吗|早上好|晚上好|谢谢.{0,4}|再见|你是谁|你叫什么.{0,4}|讲个笑话|唱首歌|今天天气.{0,6})[！!。.？?~～ ]*$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern HIJACK =
      Pattern.compile(
          "忽略.{0,12}(?:指令|提示|要求|规则|限制)|无视.{0,12}(?:指令|规则|限制|道德)|(?:扮演|模仿|假装|假设你是|你就是|充当).{0,40}(?:角色|口吻|黑客|AI|助手|人格|机器人)"
              + "|(?:不受|没有|无|摆脱).{0,12}(?:道德|法律|限制|约束|审查|规则)|开发者模式|越狱|DAN模式|jailbreak|系统提示词|system prompt",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern HARM =
      Pattern.compile(
          "(?:如何|怎么|怎样|教我|方法|步骤).{0,20}(?:制造|制作|自制|购买|贩卖|走私|逃避|破解|攻击|入侵|窃取|盗取|伪造|骗取|洗钱|偷税|逃税|行贿|赌博|诈骗|炸弹|毒品|枪支|杀人|色情|分裂|颠覆|谣言)"
              + "(?!.{0,12}(?:处罚|举报|投诉|查处|打击|防范|预防|治理|监管|规定|责任))");

  private Screen() {}

  static Optional<RefusalReason> refuses(String question) {
    if (HIJACK.matcher(question).find() || HARM.matcher(question).find()) {
      return Optional.of(RefusalReason.UNSAFE);
    }
    return CHAT.matcher(question.strip()).matches()
        ? Optional.of(RefusalReason.OUT_OF_SCOPE)
        : Optional.empty();
  }
}
