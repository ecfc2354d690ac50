package cn.zhitong.assistant.triage.classify;

import cn.zhitong.assistant.appeal.AppealDocument;
import cn.zhitong.assistant.appeal.Category;
import cn.zhitong.assistant.triage.Suggestion;
import java.util.List;

/** What tells category and owner from the words: day-one rules of ours, or a trained model. */
public interface AppealClassifier {

  /** Stored with each suggestion, so that reports can tell versions apart. */
  String version();

  Sorted sort(AppealDocument document, String region);

  /**
   * @param categories calibrated probability of each category, in the order of {@link Category}
   * @param candidates at least three where so many departments are known, best first
   */
  public record Sorted(double[] categories, List<Candidate> candidates, Thresholds thresholds) {
    /** The likeliest. */
    public Category category() {
      int best = 0;
      for (int i = 1; i < categories.length; i++) {
        best = categories[i] > categories[best] ? i : best;
      }
      return Category.values()[best];
    }
  }

  /**
   * @param name as history or the catalogue writes it
   * @param probability calibrated
   */
  public record Candidate(String name, double probability, List<Suggestion.Reason> reasons) {}

  /** Below these a person decides. */
  record Thresholds(double category, double department) {}
}
