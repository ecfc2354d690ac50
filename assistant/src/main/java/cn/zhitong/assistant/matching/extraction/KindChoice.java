package cn.zhitong.assistant.matching.extraction;

import java.util.ArrayList;
import java.util.List;

/**
 * Sentences for several kinds of project beside each other (药店项目申报单位…；餐饮项目申报单位…): those that the
 * item's title speaks of are kept, the others are a sister item's.
 */
final class KindChoice {
  private static final String COMMON = "项目新建申报促进发展企业单位支持资金行业类的和及、（）";

  private KindChoice() {}

  static List<SentenceReader.Sentence> of(List<SentenceReader.Sentence> sentences, String full) {
    String title = focus(full);
    List<String> kinds =
        sentences.stream()
            .filter(sentence -> sentence.kind() != null)
            .map(sentence -> sentence.kind().words())
            .toList();
    boolean named = kinds.size() > 1 && kinds.stream().anyMatch(kind -> shared(kind, title) > 0);
    if (!named) {
      return kinds.size() == 1 ? conditional(sentences, title) : sentences;
    }
    List<SentenceReader.Sentence> kept = new ArrayList<>();
    for (SentenceReader.Sentence sentence : sentences) {
      if (sentence.kind() == null || shared(sentence.kind().words(), title) > 0) {
        kept.add(sentence);
      }
    }
    return kept;
  }

  /** One kind of firm alone: its figure binds that kind only. */
  private static List<SentenceReader.Sentence> conditional(
      List<SentenceReader.Sentence> sentences, String title) {
    return sentences.stream()
        .map(
            one ->
                one.kind() != null
                        && one.premise() == null
                        && one.condition() != null
                        && one.kind().words().matches(".*(?:领域|行业|类|从事.*)的?(?:企业|机构|单位)")
                        && shared(one.kind().words(), title) == 0
                    ? new SentenceReader.Sentence(
                        one.span(), one.kind().leaf(), one.condition(), null)
                    : one)
        .toList();
  }

  /** 「某某业（新建餐厅）」 is about the words in brackets. */
  private static String focus(String title) {
    int open = Math.max(title.lastIndexOf('（'), title.lastIndexOf('('));
    return open > 0 && title.length() - open > 3 ? title.substring(open) : title;
  }

  private static long shared(String kind, String title) {
    return kind.chars()
        .distinct()
        .filter(c -> COMMON.indexOf(c) < 0 && title.indexOf(c) >= 0)
        .count();
  }
}
