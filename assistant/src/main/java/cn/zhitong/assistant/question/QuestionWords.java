package cn.zhitong.assistant.question;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Words that questions have and policies do not, for questions in pinyin. */
final class QuestionWords {
  static final Map<String, String> SOUNDS =
      List.of(
              "多少", "多久", "几天", "怎么", "怎样", "如何", "什么", "哪里", "哪些", "可以", "能不能", "有没有", "有什么",
              "是多少", "多少钱", "怎么办", "怎么申请", "什么时候", "需要", "条件", "材料", "补贴", "奖励", "补助", "申请", "申报",
              "办理", "企业", "公司", "政策", "规定", "我们", "认定", "标准", "流程", "时间")
          .stream()
          .collect(Collectors.toMap(Pinyins::of, Function.identity(), (one, other) -> one));

  private QuestionWords() {}
}
