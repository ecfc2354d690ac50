package cn.zhitong.assistant.question;

import cn.zhitong.common.text.CharacterNGrams;
import cn.zhitong.common.text.Tokenizer;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The words of a question that an answer should share, weighted by how rare they are in Chinese at
 * large (HanLP's dictionary), so that the weights are the same for every corpus.
 */
final class WeightedTerms {
  /** Sum of the frequencies in HanLP's dictionary, rounded; the scale of the weights. */
  private static final double TOTAL = 25_000_000;

  private static final Set<String> STOP =
      Set.of(
          "什么", "哪些", "多少", "怎样", "怎么", "怎么样", "如何", "为什么", "为何", "何时", "哪里", "哪个", "哪", "谁", "几",
          "是否", "能否", "可以", "吗", "呢", "的", "了", "是", "在", "对", "对于", "关于", "有", "为", "和", "与", "及",
          "请问", "需要", "应该", "应当", "进行", "通过", "做", "做好", "要求", "规定", "情况", "方面", "时候", "时间", "问题",
          "相关", "有关", "主要", "具体", "内容", "措施", "采取", "提出", "以及", "或者", "其", "哪些方面", "中", "上", "下",
          "后", "前", "等", "被", "把", "由", "从", "到", "向", "给", "让", "使", "将", "要", "会", "能", "该", "这",
          "那", "这个", "那个", "我", "你", "我们", "您", "得", "地", "着", "过", "就", "都", "也", "还", "又", "再",
          "才", "而", "且", "但", "如果", "因为", "所以", "吧", "啊", "多久", "多长", "哪一", "一下", "想", "得到", "获得",
          "拿到", "收到", "能够", "大概", "一般", "有没有", "能不能", "可不可以");

  private WeightedTerms() {}

  /**
   * @param weight natural logarithm of the inverse frequency, about 3 (企业) to 17 (unknown names)
   * @param official how official texts put the word, or the phrase of the question that it is in
   */
  record Weighted(String word, double weight, Set<String> official) {
    Weighted {
      official = Set.copyOf(official);
    }
  }

  /** Numbers are left out: 裁员率15%可以吗 is answered by a threshold of 20%. */
  static List<Weighted> of(String question) {
    List<Weighted> terms = new ArrayList<>();
    List<OfficialWords.Said> said = OfficialWords.in(question);
    int end = 0;
    for (Term term : Tokenizer.QUESTION.cut(question)) {
      int start = end;
      end += term.word.length();
      String word = term.word.strip();
      if (word.isEmpty() || STOP.contains(word) || !isContent(term)) {
        continue;
      }
      if (terms.stream().noneMatch(t -> t.word().equals(word))) {
        terms.add(new Weighted(word, weight(word), official(said, start, end)));
      }
    }
    return terms;
  }

  /** Official words for every phrase that overlaps a part of the question. */
  private static Set<String> official(List<OfficialWords.Said> said, int start, int end) {
    return said.stream()
        .filter(phrase -> phrase.start() < end && start < phrase.end())
        .flatMap(phrase -> phrase.official().stream())
        .collect(Collectors.toSet());
  }

  /** Whether a word says something of its own. */
  static boolean isContentWord(String word) {
    return !STOP.contains(word);
  }

  private static boolean isContent(Term term) {
    String nature = term.nature == null ? "n" : term.nature.toString();
    boolean function = nature.startsWith("w") || nature.startsWith("u") || nature.equals("y");
    return !function && !nature.startsWith("m") && Character.isLetter(term.word.charAt(0));
  }

  private static double weight(String word) {
    int frequency = CoreDictionary.getTermFrequency(word);
    double weight = Math.log(TOTAL / (frequency + 1));
    // One character is in many words by chance.
    return word.length() == 1 ? weight / 3 : weight;
  }

  /** Share of the terms' weight that the text has, 0 to 1; 0 without terms. */
  static double coverage(List<Weighted> terms, String text) {
    double total = 0;
    double covered = 0;
    for (Weighted term : terms) {
      total += term.weight();
      covered += term.weight() * presence(term, text);
    }
    return total == 0 ? 0 : covered / total;
  }

  /**
   * As of its word; .8 at least where the text has an official word for the phrase that it is in.
   */
  static double presence(Weighted term, String text) {
    double own = presence(term.word(), text);
    return own < .8 && term.official().stream().anyMatch(text::contains) ? .8 : own;
  }

  /**
   * 1 when the word is in the text, .8 when an official word for the same is; for longer words the
   * share of its bigrams that are, .8 at most.
   */
  static double presence(String word, String text) {
    if (text.contains(word)) {
      return 1;
    }
    if (QueryExpander.saidOtherwise(word, text)) {
      return .8;
    }
    if (word.length() < 3) {
      return 0;
    }
    List<String> bigrams = CharacterNGrams.all(word, 2, character -> true);
    long found = bigrams.stream().filter(text::contains).count();
    return .8 * found / bigrams.size();
  }
}
