package cn.zhitong.assistant.triage.pipeline;

import cn.zhitong.assistant.triage.Suggestion;
import cn.zhitong.assistant.triage.classify.AppealClassifier;
import java.util.ArrayList;
import java.util.List;

/** Why a person should look before a suggestion is followed. */
final class ReviewReasons {
  private ReviewReasons() {}

  /** Doubts of the sorter itself: with any of these the suggestion abstains. */
  static List<String> of(AppealClassifier.Sorted sorted) {
    List<String> doubts = new ArrayList<>();
    double category = sorted.categories()[sorted.category().ordinal()];
    if (category < sorted.thresholds().category()) {
      doubts.add(ReviewReason.CATEGORY_UNSURE.text(category * 100));
    }
    if (sorted.candidates().isEmpty()) {
      doubts.add(ReviewReason.NO_DEPARTMENTS.text());
    } else if (sorted.candidates().get(0).probability() < sorted.thresholds().department()) {
      doubts.add(
          ReviewReason.DEPARTMENT_UNSURE.text(sorted.candidates().get(0).probability() * 100));
    }
    return doubts;
  }

  /** What the appeal itself says that a person must see; the suggestion stands all the same. */
  static List<String> of(List<Suggestion.Flag> flags) {
    List<String> doubts = new ArrayList<>();
    for (Suggestion.Flag flag : flags) {
      switch (RiskFlag.of(flag.kind())) {
        case URGENT -> doubts.add(ReviewReason.POSSIBLY_URGENT.text());
        case EXTREME -> doubts.add(ReviewReason.EXTREME_WORDS.text());
        case LITIGATION, ARBITRATION, PETITION ->
            doubts.add(ReviewReason.POSSIBLY_NOT_ACCEPTED.text(flag.kind()));
        default -> {
          // The others are shown beside the suggestion and need no decision first.
        }
      }
    }
    return doubts;
  }
}
