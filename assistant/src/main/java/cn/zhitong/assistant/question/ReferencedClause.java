package cn.zhitong.assistant.question;

import cn.zhitong.assistant.citation.Citation;
import cn.zhitong.assistant.citation.CitedSentence;
import cn.zhitong.assistant.citation.PromptInjectionFilter;
import cn.zhitong.assistant.retrieval.ClauseNames;
import cn.zhitong.assistant.retrieval.Hit;
import cn.zhitong.ingest.policy.Clause;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The clause that a question names with its policy: 《企业破产法》第七条. */
final class ReferencedClause {
  /** Characters of a clause that are quoted; a longer one is cut behind a sentence. */
  private static final int LONGEST = 900;

  /** A score that only what is named exactly reaches (ScoreFusion.EXACT). */
  private static final double NAMED = 9;

  private static final Pattern CLAUSE = Pattern.compile("第([一二三四五六七八九十百零〇\\d]{1,7})([条款项])");

  private ReferencedClause() {}

  static boolean isNamed(AnalyzedQuestion question, Hit best) {
    return best.score() >= NAMED && CLAUSE.matcher(question.text()).find();
  }

  /** The clause with its source before it; none where the question names none that is found. */
  static List<CitedSentence> quoted(AnalyzedQuestion question, JudgedEvidence evidence) {
    Hit best = evidence.judged().hits().get(0);
    Matcher named = CLAUSE.matcher(question.text());
    if (!isNamed(question, best) || !named.find()) {
      return List.of();
    }
    for (Clause clause : evidence.clauses().outline(best.policyId())) {
      String path = clause.path();
      boolean own =
          path != null
              && ClauseNames.names(
                  path.substring(path.lastIndexOf('、') + 1), named.group(1), named.group(2));
      if (own) {
        return sentences(quote(best, clause, evidence.whole(best)));
      }
    }
    return List.of();
  }

  private static Citation quote(Hit best, Clause clause, String text) {
    String quote = text.substring(clause.start(), Math.min(clause.end(), text.length()));
    if (quote.length() > LONGEST) {
      int end = quote.lastIndexOf('。', LONGEST);
      quote = quote.substring(0, end > 0 ? end + 1 : LONGEST);
    }
    quote = quote.stripTrailing();
    return Citation.of(best.over(clause.start(), quote), 0, quote.length()).under(clause.path());
  }

  private static List<CitedSentence> sentences(Citation citation) {
    if (PromptInjectionFilter.toAModel(citation.quote())) {
      return List.of();
    }
    List<CitedSentence> sentences = new ArrayList<>();
    sentences.add(CitationIntro.to(citation));
    for (SentenceSpan piece : SentenceSpan.of(citation.quote())) {
      sentences.add(new CitedSentence(piece.in(citation.quote()), List.of(citation)));
    }
    return sentences;
  }
}
