package cn.zhitong.assistant.visit;

import cn.zhitong.assistant.report.Share;
import java.util.List;

/** What a round came to, question by question. */
final class VisitResults {
  private VisitResults() {}

  /** Shares among those who answered. */
  static List<VisitRoundResource.QuestionResult> of(
      List<VisitQuestion> questions, List<VisitStore.Visit> visits) {
    List<VisitStore.Visit> done =
        visits.stream().filter(one -> one.state() == VisitState.DONE).toList();
    return questions.stream()
        .map(
            question ->
                new VisitRoundResource.QuestionResult(
                    question.key(),
                    question.text(),
                    question.options().stream()
                        .map(option -> share(question, option, done))
                        .toList()))
        .toList();
  }

  private static VisitRoundResource.OptionShare share(
      VisitQuestion question, String option, List<VisitStore.Visit> done) {
    int hits =
        (int) done.stream().filter(one -> option.equals(one.answers().get(question.key()))).count();
    return new VisitRoundResource.OptionShare(option, Share.of(hits, done.size()));
  }
}
