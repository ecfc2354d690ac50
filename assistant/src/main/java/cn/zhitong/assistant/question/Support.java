package cn.zhitong.assistant.question;

import cn.zhitong.assistant.retrieval.Hit;
import java.util.List;

/** Whether what was found can answer what was asked, as a calibrated probability. */
final class Support {
  /** Least probability at which a question is answered. */
  private static final double FLOOR = .5;

  private Support() {}

  static boolean suffices(AskedQuestion question, List<Hit> hits) {
    return !hits.isEmpty() && probability(question, hits) >= FLOOR;
  }

  static double probability(AskedQuestion question, List<Hit> hits) {
    Hit top = hits.get(0);
    double coverage =
        QuestionTerms.coverage(
            question.terms(), top.text() + '\n' + top.displayTitle() + '\n' + top.headings());
    return 1 / (1 + Math.exp(-8 * (coverage - .5)));
  }
}
