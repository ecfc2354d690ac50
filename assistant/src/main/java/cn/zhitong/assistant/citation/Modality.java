package cn.zhitong.assistant.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a clause does: forbids, obliges, permits, excuses, denies, or just says. A generated clause
 * must do what the clause of its quote does that it takes its words from.
 */
enum Modality {
  FORBIDS("不得|禁止|严禁|不准|不允许|不许|不能|不可(?!抗|分|避)|不应(?!期)|不宜|勿"),
  EXCUSES("不必|无需|无须|不需要?|不用(?!途)|不要求|免于|免予|免除|免提交|免[征收缴交]|可不|可以不"),
  OBLIGES("应当|应该|必须|须(?!知)|务必|(?<![反响适相供对感])应(?![急用对届收付税诉答允邀变征])|(?<!所|急|刚|按)需(?!求|要量)"),
  PERMITS("可以|可(?!能|行|靠|持续|再生|视|信|研|用|见|观|靠性|追溯)|允许|有权|准予|自愿"),
  DENIES(
      "不(?!断|仅|但|同|论|管|限|少|动产|久|良|足|锈|妨|一|超过|低于|少于|高于|多于|大于|小于|符|明|定期|再|锈钢|可抗|可分|可避|含|满|等|均衡)"
          + "|不再|不符合|未(?!来|成年)|没有|无(?!论|锡|偿|障碍|线|人机|形|纸|疑|缝|忧|害|棣|为)|(?<!除)非(?!公|常|遗|税|金属|营利|接触|法|煤|居民|必|全日|学历|机动|银行|国有|煤矿)|尚未|并非"),
  SAYS("");

  private static final Pattern BOUNDS = Pattern.compile("不(?:得)?(?:超过|低于|少于|高于|多于|大于|小于)");
  private static final Pattern CLAUSE_END = Pattern.compile("[，,。；;：:！!？?\\n]+");
  private static final int CLOSE_ENOUGH = 2;

  private final Pattern words;

  Modality(String words) {
    this.words = Pattern.compile(words);
  }

  /** The clauses of a sentence whose modality its quotes do not bear out. */
  static List<String> changed(String sentence, List<String> quotes) {
    List<String> sources = new ArrayList<>();
    quotes.forEach(quote -> sources.addAll(clauses(quote)));
    List<String> changed = new ArrayList<>();
    for (String clause : clauses(sentence)) {
      Optional<String> source = closest(clause, sources);
      boolean borneOut =
          source.isPresent() ? of(clause).sameIn(clause, source.get()) : !of(clause).strong();
      // The closest may hold just the subject: 首次轻微违法的,及时改正的不予处罚.
      if (!borneOut
          && sources.stream()
              .noneMatch(s -> Polarity.denySame(clause, s) && of(clause).sameIn(clause, s))) {
        changed.add(clause);
      }
    }
    return changed;
  }

  private boolean sameIn(String clause, String source) {
    return allowedBy(of(source)) && Polarity.flipped(clause, source).isEmpty();
  }

  /** Policies oblige without a word for it (企业提交…), so only a word in the quote can object. */
  private boolean allowedBy(Modality source) {
    return switch (this) {
      case FORBIDS -> source == FORBIDS;
      case EXCUSES -> source == EXCUSES;
      case DENIES -> source == DENIES || source == FORBIDS;
      case OBLIGES -> source == OBLIGES || source == SAYS;
      case PERMITS -> source == PERMITS || source == SAYS;
      case SAYS -> source == SAYS || source == OBLIGES || source == PERMITS;
    };
  }

  private boolean strong() {
    return this == FORBIDS || this == EXCUSES || this == DENIES;
  }

  static Modality of(String clause) {
    String text = BOUNDS.matcher(clause).replaceAll("");
    for (Modality modality : values()) {
      if (modality != SAYS && modality.words.matcher(text).find()) {
        return modality;
      }
    }
    return SAYS;
  }

  private static List<String> clauses(String text) {
    return CLAUSE_END
        .splitAsStream(text.replaceAll("[ \\u3000]+", ""))
        .filter(c -> !c.isBlank())
        .toList();
  }

  private static Optional<String> closest(String clause, List<String> sources) {
    String best = null;
    double bestShare = 0;
    for (String source : sources) {
      int shared = Overlap.shared(clause, source);
      // Of two that share as much, the shorter says less else.
      double share = shared - source.length() / 1000.0;
      if (shared >= Math.min(CLOSE_ENOUGH, Math.max(1, clause.length() - 2)) && share > bestShare) {
        best = source;
        bestShare = share;
      }
    }
    return Optional.ofNullable(best);
  }
}
