package cn.zhitong.assistant.question;

import cn.zhitong.assistant.question.Answer.Refused;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Turns away what must not be answered before anything is looked up. Chosen so that no question of
 * the policy and law sets is turned away and hardly any real letter (6 of 7,679): what slips
 * through finds no evidence, or is answered from it; it never reaches further.
 */
final class InputGuardrail {
  private static final String END = "[啊呀哦哈了吧呢嘛～~！!。.，,？? ]*$";
  private static final Pattern GREETING =
      Pattern.compile(
          "^(?:你好|您好|你们好|大家好|嗨|哈[喽罗啰]|hi|hello|hey|在吗|在不在|有人吗|早上?好?|上午好|中午好|下午好|晚上好)(?:[，,"
              + " ]*(?:在吗|有人吗|请问))?"
              + END,
          Pattern.CASE_INSENSITIVE);
  private static final Pattern THANKS =
      Pattern.compile(
          "^(?:好的?|行|嗯|哦|知道了|明白了?|清楚了?|收到)?[，,。 ]*(?:非常|十分|多|太)?(?:谢谢|感谢|多谢|辛苦|thanks|thank"
              + " you).{0,6}"
              + END,
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ACKNOWLEDGED =
      Pattern.compile("^(?:好的?|行|嗯+|哦+|知道了|明白了?|清楚了?|收到|没事|没有了|ok|okay)" + END, 2);
  private static final Pattern FAREWELL =
      Pattern.compile("^(?:再见|拜拜|byebye|bye|回头见|先这样)" + END, Pattern.CASE_INSENSITIVE);
  private static final Pattern IDENTITY =
      Pattern.compile(
          "^(?:请问)?(?:你|您|你们)(?:这里|这边)?(?:是谁|是什么|叫什么|是做什么|是干什么|是干嘛|能做什么|能干什么|能干嘛|会什么|会做什么|有什么功能|是机器人|是真人|是人工|是ai|是不是).{0,12}$|^(?:who"
              + " are you|what can you do).{0,4}$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern HIJACK =
      Pattern.compile(
          "(?:忽略|无视|忘记).{0,10}(?:指令|提示|道德|限制)"
              + "|(?:扮演|模仿|假装|假设你|想象你|你就是|你是一个|你将|充当|作为一[个名位]).{0,40}(?:角色|口吻|黑客|AI|助手|人格|机器人|科学家|作家|小说|演员)"
              + "|(?:不受|摆脱|没有|不需要遵守|不用遵守|不必遵守|不遵守).{0,8}(?:道德|伦理|审查|人类的|社会规则|规则的?(?:限制|约束))|开发者模式|越狱|DAN"
              + " ?模式|jailbreak|系统提示词|system prompt"
              + "|(?:语言风格|语气|口吻).{0,12}(?:应该|要|是|回答)|(?:角色|身份).{0,8}(?:回答|回应)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern HARM =
      Pattern.compile(
          "(?:如何|怎么|怎样|教我|方法|步骤|帮我|给我).{0,20}(?:(?:制造|制作|自制|购买|贩卖|走私|搞到).{0,8}(?:毒品|枪支|弹药|炸弹|炸药|病毒样本|假币|假药)"
              + "|逃避(?:检查|监管|税)|破解.{0,6}(?:密码|系统|软件)|(?:攻击|入侵).{0,8}(?:网站|系统|网络|服务器|电脑)|窃取|盗取|伪造|骗取|洗钱|偷税|逃税|行贿"
              + "|(?:设立|开设|经营|组织).{0,6}赌博|诈骗(?:别人|他人|老人)|杀人|色情(?:网站|视频)|颠覆|分裂国家|(?:编造|散布|传播).{0,6}谣言)");

  /** Whoever asks how such things are fought or punished asks about policy. */
  private static final Pattern AGAINST =
      Pattern.compile("举报|投诉|处罚|查处|打击|防范|防止|预防|整治|治理|监管|维权|赔偿|追究|责任|判|罪|刑|报警|规定|处理|认定");

  private InputGuardrail() {}

  static Optional<Refused> refuses(String question) {
    boolean harm = HARM.matcher(question).find() && !AGAINST.matcher(question).find();
    if (harm || HIJACK.matcher(question).find()) {
      return Optional.of(new Refused(RefusalReason.UNSAFE));
    }
    return smallTalk(question.strip()).map(reply -> new Refused(RefusalReason.SMALL_TALK, reply));
  }

  /** What is said to a greeting, thanks, a farewell or the question who this is. */
  private static Optional<String> smallTalk(String said) {
    if (GREETING.matcher(said).find()) {
      return Optional.of(AnswerTexts.GREETING);
    }
    if (THANKS.matcher(said).find() || ACKNOWLEDGED.matcher(said).find()) {
      return Optional.of(AnswerTexts.THANKS);
    }
    if (FAREWELL.matcher(said).find()) {
      return Optional.of(AnswerTexts.FAREWELL);
    }
    return IDENTITY.matcher(said).find() ? Optional.of(AnswerTexts.IDENTITY) : Optional.empty();
  }
}
