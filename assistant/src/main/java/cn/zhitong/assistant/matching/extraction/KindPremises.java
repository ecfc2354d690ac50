package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.condition.ConditionLeaf;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Premises that share out the applicants: 就地改造的，…；异地新建的，…；其他企业…. */
final class KindPremises {
  /** What may befall any applicant: it binds those whom it befalls, whatever else they are. */
  private static final Pattern EVENT =
      Pattern.compile("^(?:涉及|需|有|存在|如|若|因|发生|未|无|不|已|经|采用|使用|利用|申请|按|由|被|符合|满足|对|逾期|以|在)");

  private static final Pattern WAY = Pattern.compile("[^，。；\\d]{2,16}的");
  private static final Pattern FORM =
      Pattern.compile("(?:申[请报][^，。；]{0,4})?(?:为|是|属于?)[^，。；]{2,14}的?");
  private static final Pattern OTHERS = Pattern.compile("其[他它余].{0,24}");

  private KindPremises() {}

  /** The sentences, with a kind as the premise where the sentence beside it has one. */
  static List<AskedSentence> of(List<AskedSentence> read) {
    List<AskedSentence> premised = new ArrayList<>();
    for (int i = 0; i < read.size(); i++) {
      AskedSentence one = read.get(i);
      boolean others =
          i > 0
              && isKind(one)
              && one.kind().named().noun().isEmpty()
              && read.get(i - 1).isConditional();
      boolean form =
          isKind(one)
              && i + 1 < read.size()
              && read.get(i + 1).isConditional()
              && isForm(one.kind().leaf())
              && isForm(read.get(i + 1).premise());
      premised.add(
          others || form
              ? new AskedSentence(one.span(), one.kind().leaf(), one.kind().own(), null)
              : one);
    }
    return premised;
  }

  private static boolean isKind(AskedSentence one) {
    return one.kind() != null && one.kind().own() != null && one.premise() == null;
  }

  private static boolean isForm(Condition premise) {
    return premise instanceof ConditionLeaf leaf && FORM.matcher(leaf.quote()).matches();
  }

  static boolean isOthers(Condition premise) {
    return premise instanceof ConditionLeaf leaf && OTHERS.matcher(leaf.quote()).matches();
  }

  /** Whether two premises name ways to do the same, of which one is gone. */
  static boolean areWays(Condition a, Condition b) {
    return isForm(a) && isForm(b) || isWay(a) && isWay(b);
  }

  private static boolean isWay(Condition premise) {
    return premise instanceof ConditionLeaf leaf
        && WAY.matcher(leaf.quote()).matches()
        && !EVENT.matcher(leaf.quote()).find();
  }
}
