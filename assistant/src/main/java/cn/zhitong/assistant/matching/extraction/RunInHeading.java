package cn.zhitong.assistant.matching.extraction;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A heading and its sentence without a mark between them: 支持对象在本市注册的企业, 申报时间2025年5月…. */
final class RunInHeading {
  private static final String ACT = "(?:申[报请]|支持|扶持|奖励|奖补|补贴|补助|资助|认定|受理|享受|兑现|参评|适用|政策)";
  private static final String ROLE = "(?:对象|条件|范围)";
  private static final String PAID = "(?:标准|方式|额度|金额)";

  /** What a heading of one of the roles does not go on with. */
  private static final String SENTENCE =
      "(?![：:。，；、\\n（(“\"]|[为是包和及与或等如的应须需要由按已可不]|之|内|资格|条件|要求|企业[：:]|单位[：:]|范围|名单|标准|主体|对象)";

  private static final Pattern ASKED =
      Pattern.compile("((?:基本)?" + ACT + ROLE + ")" + SENTENCE + "(?=[^。；]{6})");

  /** 「补贴标准制定」 is no heading: what follows has to grant. */
  private static final Pattern GRANTED =
      Pattern.compile(
          "("
              + ACT
              + PAID
              + ")"
              + SENTENCE
              + "(?!化|制|修|体系|文本|研|创新)(?=[^。]{4,80}\\d[\\d.,]*[万亿]?(?:元|%|％))");

  private static final Pattern WINDOW =
      Pattern.compile("((?:申[请报]|受理|办理)(?:截止)?(?:时间|时限|期限))[^，。；]{0,16}\\d{1,2}月");

  private RunInHeading() {}

  /** The heading of a part on how to apply or on what is paid; empty where none. */
  static String ofOther(String words) {
    String window = first(WINDOW, words);
    return window.isEmpty() ? first(GRANTED, words) : window;
  }

  /** The heading of a part on whom it is for; empty where none. */
  static String ofConditions(String words) {
    return first(ASKED, words);
  }

  /** A part without such a heading on whom it is for. */
  static OutlineNode without(ItemText source, OutlineNode node) {
    int heading = ofConditions(source.covered(node.firstText())).length();
    if (heading == 0) {
      return node;
    }
    OutlineNode cut = new OutlineNode(node.style(), node.number(), node.start());
    for (OutlineNode.Block block : node.blocks()) {
      TextSpan text = block.text();
      if (text == null) {
        cut.add(block.node());
      } else if (text.equals(node.firstText())) {
        cut.add(new TextSpan(text.start() + heading, text.end()));
      } else {
        cut.add(text);
      }
    }
    return cut;
  }

  private static String first(Pattern heading, String words) {
    Matcher first = heading.matcher(words);
    return first.lookingAt() ? first.group(1) : "";
  }
}
