package cn.zhitong.assistant.question;

import cn.zhitong.common.text.Tokenizer;
import com.hankcs.hanlp.seg.common.Term;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question parted into what it is about and what it asks of it: 中小企业数字化改造补助 and 怎么申报.
 *
 * @param subject may be empty
 * @param predicate what is asked, to be asked of something else as well; may be empty
 */
record QuestionSubject(String subject, String predicate) {
  private static final Pattern OPENING =
      Pattern.compile(
          "^(?:请问|你好|您好|我们?(?:公司|企业|单位|厂)?(?:想|要|需要)?(?:问|知道|了解|咨询)?(?:一下)?|想(?:问|知道|了解|咨询)(?:一下)?|咨询一下|关于|对于|[，,。"
              + " ])+");
  private static final Pattern END = Pattern.compile("[？?。！!，, ]+$");

  /** 有什么补贴, 能拿哪些奖励, 有没有补贴吗: the noun that is asked for belongs to the subject. */
  private static final Pattern ASKED_FOR =
      Pattern.compile(
          "(?:可以|能够?|会|都)?(?:有没有|有|享受|获得|领取?|拿到?|给予?)?(?:到)?(?:什么样的|什么|哪些|多少|啥|几种|几项)?(补贴|补助|奖励|奖补|支持|优惠|政策|扶持|好处|待遇)(?:政策|资金)?(?:吗|呢|么)?$");

  private static final Pattern ASKING =
      Pattern.compile(
          "(?:是|要|需要?|得|应该?|应当|最多|最高|最长|最低|至少|一共|总共|能|可以|会|给|有|到|分别|大概|一般|符合|满足|具备|提交|准备|按|由|在|去|从|向|每[年月人家次个户]){0,4}"
              + "(?:多少|多久|多长|多大|多高|几|什么|怎么|怎样|如何|哪|谁|何时|为什么|为何|是否|能否|可否|有没有|能不能|可不可以|是不是|啥|咋)");
  private static final Pattern YES_NO =
      Pattern.compile("(?:可以|能够?|是|要|需要|有|会|算)?([^可能是要需有会算]{0,60})(?:吗|么|嘛)$");
  private static final Pattern FORMER =
      Pattern.compile(
          "什么时候|什么|哪些|多少|怎样|怎么样?|如何|为什么|何时|哪里|哪个部门|哪个|由?谁|是否|能否|有没有|可不可以|吗|呢|吧|啊|多久|多长时间");
  private static final Pattern TAIL =
      Pattern.compile(
          "(?:条件|门槛|资格|材料|资料|流程|程序|步骤|手续|时间|期限|时限|金额|数额|标准|比例|额度|费率|利率|费用|上限|方式|方法|办法|要求|范围|对象|申请|申报|申领|办理|领取|兑现|拨付|审核|受理|咨询|电话|和|与|的|是|有|要|能|可以|会|给|在|得|，|,|、)$");
  private static final Pattern HEAD = Pattern.compile("^(?:申请|申报|办理|享受|领取|享有|获得|想|要)(?=.{4})");

  static QuestionSubject of(String question) {
    String text = END.matcher(OPENING.matcher(question.strip()).replaceFirst("")).replaceFirst("");
    Matcher object = ASKED_FOR.matcher(text);
    if (object.find() && object.start() > 1) {
      return new QuestionSubject(
          bare(text.substring(0, object.start())) + object.group(1),
          text.substring(object.start()));
    }
    Matcher asking = ASKING.matcher(text);
    if (asking.find() && asking.start() > 1) {
      return new QuestionSubject(
          bare(text.substring(0, asking.start())), text.substring(asking.start()));
    }
    Matcher yesNo = YES_NO.matcher(text);
    if (yesNo.find()) {
      String whole = text.substring(0, yesNo.start()) + yesNo.group(1);
      return new QuestionSubject(bare(whole), "");
    }
    return new QuestionSubject(bare(FORMER.matcher(text).replaceAll("")), "");
  }

  /** Without the attribute that was asked last: 稳岗返还比例 is about 稳岗返还. */
  private static String bare(String words) {
    String rest = HEAD.matcher(words).replaceFirst("");
    for (Matcher tail = TAIL.matcher(rest); tail.find(); tail = TAIL.matcher(rest)) {
      if (tail.start() < 2) {
        break;
      }
      rest = rest.substring(0, tail.start());
    }
    return rest;
  }

  /**
   * The question with another thing in the place of one that ends alike: 诉求类 for 咨询类; empty where
   * there is none.
   */
  static String aligned(String question, String other) {
    String asked = END.matcher(question).replaceFirst("");
    String name = other.replaceFirst("的$", "");
    for (int length = Math.min(name.length() - 1, 4); length >= 1; length--) {
      int at = asked.indexOf(name.substring(name.length() - length));
      int from = at + length - name.length();
      boolean comparable = at >= 0 && from >= 0 && !asked.contains(name) && isBoundary(asked, from);
      if (comparable && (length > 1 || name.length() <= 3)) {
        return asked.substring(0, from) + name + asked.substring(at + length);
      }
    }
    return "";
  }

  /** The last question's predicate asked of something else; empty where it has none. */
  static String predicated(String question, String other) {
    String predicate = of(question).predicate();
    return predicate.isEmpty() ? "" : other.replaceFirst("的$", "") + predicate;
  }

  private static boolean isBoundary(String text, int at) {
    int from = 0;
    for (Term term : Tokenizer.QUESTION.cut(text)) {
      if (from == at) {
        return true;
      }
      from += term.word.length();
    }
    return false;
  }
}
