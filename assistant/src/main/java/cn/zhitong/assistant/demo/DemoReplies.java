package cn.zhitong.assistant.demo;

import cn.zhitong.assistant.appeal.Category;
import cn.zhitong.assistant.casework.ReplyText;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the demo's offices answer: written by hand, or a draft with its gaps filled. */
final class DemoReplies {
  private static final List<String> CONSULTATION =
      List.of(
          "已将办理条件、标准和途径电话告知您单位联系人。", "办理条件和所需材料已由企业服务专员与您单位逐项核对。", "该事项按现行规定办理，具体流程已通过平台发送给您单位。");

  private static final List<String> SUGGESTION =
      List.of("您的建议已纳入工作研究，将结合实际逐步完善。", "您的建议予以采纳，已列入下一步工作计划。", "您的建议涉及多个部门，已会同有关单位研究，成熟后推进。");

  private static final List<String> DEMAND =
      List.of(
          "已与相关单位协调处理，处理情况已当面向您单位说明。", "已到现场核实，责成相关单位限期办理，并将跟踪到位。", "有关情况属实，已按规定处理，后续进展由专人与您单位联系。");

  /** Offices add it to what they send as it stands otherwise. */
  private static final String INVITATION = "申报前可携带材料到窗口核对，避免往返。";

  private static final Pattern PROPOSAL = Pattern.compile("【请核实：([^【】]*)】");
  private static final Pattern TO_FILL = Pattern.compile("【(?:答复内容|采纳情况|办理情况)：[^【】]*】");
  private static final Pattern THANKS = Pattern.compile("(?m)^感谢您的来件");
  private static final Pattern SENTENCE = Pattern.compile("[^。；\\n]*[。；\\n]?");

  private DemoReplies() {}

  static String written(String title, String department, Category category, int index) {
    return "您好，您反映的“"
        + title
        + "”已收悉。经"
        + department
        + "核实，"
        + outcome(category, index)
        + "感谢您对我们工作的支持。";
  }

  /** What is proposed is taken over, what is asked for is written, other gaps are struck out. */
  static String edited(String draft, Category category, int index) {
    String confirmed = PROPOSAL.matcher(draft).replaceAll("$1");
    String filled =
        TO_FILL
            .matcher(confirmed)
            .replaceAll(Matcher.quoteReplacement("经核实，" + outcome(category, index)));
    StringBuilder sent = new StringBuilder();
    SENTENCE
        .matcher(filled)
        .results()
        .map(result -> result.group())
        .filter(sentence -> !ReplyText.hasGap(sentence))
        .forEach(sent::append);
    boolean cited = draft.equals(sent.toString());
    return cited && index % 2 == 0
        ? THANKS.matcher(sent).replaceFirst(INVITATION + "\n感谢您的来件")
        : sent.toString();
  }

  private static String outcome(Category category, int index) {
    List<String> outcomes =
        switch (category) {
          case CONSULTATION -> CONSULTATION;
          case SUGGESTION -> SUGGESTION;
          case DEMAND -> DEMAND;
        };
    return outcomes.get(index / 3 % outcomes.size());
  }
}
