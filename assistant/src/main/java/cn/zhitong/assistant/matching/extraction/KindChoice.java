package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.common.text.CharacterNGrams;
import java.util.ArrayList;
import java.util.List;

/**
 * Sentences for several kinds of project beside each other (药店项目申报单位…；餐饮项目申报单位…): those that the
 * item's title speaks of are kept, the others are a sister item's.
 */
final class KindChoice {
  private static final String COMMON = "项目新建申报促进发展企业单位支持资金行业类的和及、（）";

  private KindChoice() {}

  static List<AskedSentence> of(List<AskedSentence> sentences, String full) {
    String title = focus(full);
    List<String> kinds =
        sentences.stream()
            .filter(sentence -> sentence.kind() != null && sentence.premise() == null)
            .filter(sentence -> !sentence.kind().named().attribute())
            .filter(sentence -> !sentence.kind().named().isApplication())
            .map(sentence -> sentence.kind().words())
            .toList();
    boolean named = kinds.size() > 1 && kinds.stream().anyMatch(kind -> shares(kind, title));
    if (!named) {
      return kinds.size() == 1 ? conditional(sentences, title) : sentences;
    }
    List<AskedSentence> kept = new ArrayList<>();
    for (AskedSentence sentence : sentences) {
      if (sentence.kind() == null
          || sentence.premise() != null
          || sentence.kind().named().attribute()
          || sentence.kind().named().isApplication()
          || shares(sentence.kind().words(), title)) {
        kept.add(sentence);
      }
    }
    return kept;
  }

  /** One kind of firm alone: its figure binds that kind only. */
  private static List<AskedSentence> conditional(List<AskedSentence> sentences, String title) {
    return sentences.stream()
        .map(
            one ->
                one.kind() != null
                        && !one.kind().named().attribute()
                        && one.kind().leaf() != null
                        && one.premise() == null
                        && one.kind().own() != null
                        && one.kind().words().matches(".*(?:领域|行业|类|从事.*)的?(?:企业|机构|单位)")
                        && !shares(one.kind().words(), title)
                    ? new AskedSentence(one.span(), one.kind().leaf(), one.kind().own(), null)
                    : one)
        .toList();
  }

  /** 「某某业（新建餐厅）」 is about the words in brackets. */
  private static String focus(String title) {
    int open = Math.max(title.lastIndexOf('（'), title.lastIndexOf('('));
    return open > 0 && title.length() - open > 3 ? title.substring(open) : title;
  }

  /** Whether two characters beside each other that tell a kind stand in both. */
  private static boolean shares(String kind, String title) {
    for (String pair : CharacterNGrams.of(kind, 2)) {
      boolean common = COMMON.indexOf(pair.charAt(0)) >= 0 || COMMON.indexOf(pair.charAt(1)) >= 0;
      // 「充换电设施」 speaks of 充电站 as well as of 换电站.
      int first = title.indexOf(pair.charAt(0));
      boolean apart =
          first >= 0 && first + 2 < title.length() && title.charAt(first + 2) == pair.charAt(1);
      if (!common && (apart || title.contains(pair))) {
        return true;
      }
    }
    return false;
  }
}
