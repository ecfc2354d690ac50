package cn.zhitong.assistant.question;

import cn.zhitong.common.region.Gazetteer;
import cn.zhitong.common.region.PlaceMention;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Completes a question from the conversation, without a model: what it leaves out is taken from the
 * question before it.
 */
final class FollowUps {
  private static final Pattern LEAD =
      Pattern.compile("^(?:那么?|那个|还有|另外|再问一下|请问|哦|好的?|嗯|谢谢|顺便问一下|这样的话|如果这样|然后)[，,、 ]*");
  private static final Pattern POINTS_BACK =
      Pattern.compile(
          "^(?:那|还有|另外|这|它|其|该|上述|前面|刚才|以上|除此|除了这|然后|再)|它们?|这[个项笔些份条类种](?!月|季度|年)|那[个项笔些份条类种]|该(?:政策|项|补贴|措施|办法|通知|事项)|上述|刚才|前面(?:说|提)|其中|同样");
  private static final Pattern ELLIPSIS = Pattern.compile("^.{1,14}呢[？?。]?$");

  private static final Pattern ASKING =
      Pattern.compile(
          "请问|什么时候|什么|哪些|多少|怎样|怎么样?|如何|为什么|何时|哪里|哪个部门|哪个|由?谁|是否|能否|有没有|可不可以|吗|呢|吧|啊|[？?。！!]|多久|多长时间|^我想(?:问|知道|了解)(?:一下)?");

  /**
   * What every subsidy, procedure or rule has: a question of such words alone names no subject. Any
   * other word is one, and then the question stands by itself.
   */
  private static final Set<String> GENERIC =
      Set.of(
          "补贴", "补助", "奖励", "资金", "政策", "条件", "材料", "资料", "流程", "程序", "手续", "时间", "期限", "时限", "金额",
          "标准", "比例", "额度", "费用", "费率", "利率", "最高", "最低", "最多", "最少", "申请", "申报", "办理", "报名", "提交",
          "受理", "审批", "审核", "发放", "拨付", "到账", "领取", "享受", "提供", "准备", "联系", "电话", "部门", "单位", "地点",
          "窗口", "网址", "平台", "企业", "公司", "个人", "截止", "开始", "结束", "有效期", "范围", "对象", "方式", "渠道", "次数",
          "处罚", "罚款", "后果", "依据", "文件", "原文", "规定", "要求", "重复", "同时", "叠加", "线上", "线下", "网上", "现场",
          "今年", "明年", "去年", "现在", "目前", "继续", "另外", "其他", "其它", "多少钱", "哪些", "什么样", "去哪", "去哪儿");

  private static final int SHORT = 14;
  private static final int MAX_CARRIED = 80;

  private final Gazetteer gazetteer;

  FollowUps(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /** Whether the question leans on what came before it. */
  boolean isFollowUp(String question) {
    if (question.contains("《") || question.length() > 40) {
      return false;
    }
    if (POINTS_BACK.matcher(question).find() || ELLIPSIS.matcher(question).matches()) {
      return true;
    }
    return question.length() <= SHORT
        && gazetteer.find(question).isEmpty()
        && WeightedTerms.of(question).stream()
            .filter(term -> term.word().length() > 1)
            .allMatch(term -> GENERIC.contains(term.word()));
  }

  /** The question with the topic of the last turn; itself where it stands alone. */
  String complete(String question, List<Turn> turns) {
    if (turns.isEmpty() || !isFollowUp(question)) {
      return question;
    }
    String own = LEAD.matcher(question).replaceFirst("");
    String topic = turns.get(turns.size() - 1).question();
    if (!gazetteer.find(own).isEmpty()) {
      topic = withoutPlaces(topic);
    }
    String carried = ASKING.matcher(topic).replaceAll("");
    if (ELLIPSIS.matcher(question).matches()) {
      // 那清江市呢: the same is asked of something else, so the question word must stay.
      carried = topic.replaceAll("[？?。]+$", "");
    }
    carried = carried.length() > MAX_CARRIED ? carried.substring(0, MAX_CARRIED) : carried;
    return carried.isBlank() ? own : carried + "，" + own;
  }

  private String withoutPlaces(String text) {
    StringBuilder rest = new StringBuilder(text);
    List<PlaceMention> places = gazetteer.find(text);
    for (int i = places.size() - 1; i >= 0; i--) {
      rest.delete(places.get(i).start(), places.get(i).end());
    }
    return rest.toString();
  }
}
