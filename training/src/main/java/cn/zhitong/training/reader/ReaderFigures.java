package cn.zhitong.training.reader;

import cn.zhitong.training.measure.RankingCurve;
import cn.zhitong.training.measure.Reliability;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Figures of values that a scorer gave to examples of documents that were not trained on. */
final class ReaderFigures {
  /** As many passages as the service reads. */
  private static final int READ = 6;

  private final List<Example> examples;
  private final double[] probabilities;

  ReaderFigures(List<Example> examples, double[] probabilities) {
    this.examples = examples;
    this.probabilities = probabilities;
  }

  Map<String, Object> all() {
    Map<String, Object> figures = new LinkedHashMap<>();
    List<Integer> written = written();
    figures.put("written", written.size());
    figures.put("auc, written", area(written));
    figures.put("accuracy, written", accuracy(written));
    figures.put("auc, answers against searched passages", area(everything()));
    figures.put("calibration error, searched", calibrationError(searched()));
    Top top = top();
    figures.put("questions with an answer among 6", top.questions);
    figures.put("answer first, by search", round(top.bySearch));
    figures.put("answer first, by this", round(top.byValue));
    return figures;
  }

  /** AUC of written examples by style of the question. */
  Map<String, Double> byStyle() {
    Map<String, List<Integer>> styles = new TreeMap<>();
    for (int i : written()) {
      styles.computeIfAbsent(examples.get(i).style(), s -> new ArrayList<>()).add(i);
    }
    Map<String, Double> areas = new TreeMap<>();
    styles.forEach((style, indices) -> areas.put(style, area(indices)));
    return areas;
  }

  List<Reliability.Bin> reliabilityOfWritten() {
    return Reliability.bins(values(written()), right(written()));
  }

  List<Reliability.Bin> reliabilityOfSearched() {
    return Reliability.bins(values(searched()), right(searched()));
  }

  private double calibrationError(List<Integer> indices) {
    return round(Reliability.error(values(indices), right(indices)));
  }

  private List<Integer> written() {
    return everything().stream().filter(i -> !examples.get(i).isSearched()).toList();
  }

  private List<Integer> searched() {
    return everything().stream().filter(i -> examples.get(i).isSearched()).toList();
  }

  private List<Integer> everything() {
    List<Integer> indices = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      indices.add(i);
    }
    return indices;
  }

  private double[] values(List<Integer> indices) {
    return indices.stream().mapToDouble(i -> probabilities[i]).toArray();
  }

  private boolean[] right(List<Integer> indices) {
    boolean[] right = new boolean[indices.size()];
    for (int i = 0; i < right.length; i++) {
      right[i] = examples.get(indices.get(i)).answers();
    }
    return right;
  }

  private double area(List<Integer> indices) {
    return round(RankingCurve.area(values(indices), right(indices)));
  }

  private double accuracy(List<Integer> indices) {
    long right =
        indices.stream().filter(i -> probabilities[i] >= .5 == examples.get(i).answers()).count();
    return round((double) right / indices.size());
  }

  private record Top(int questions, double bySearch, double byValue) {}

  /** Of questions whose answer is among the first six that were searched. */
  private Top top() {
    Map<Integer, List<Integer>> byQuestion = new LinkedHashMap<>();
    for (int i : searched()) {
      if (examples.get(i).rank() < READ) {
        byQuestion.computeIfAbsent(examples.get(i).question(), q -> new ArrayList<>()).add(i);
      }
    }
    int questions = 0;
    int searched = 0;
    int valued = 0;
    for (List<Integer> found : byQuestion.values()) {
      if (found.stream().noneMatch(i -> examples.get(i).answers())) {
        continue;
      }
      questions++;
      int first = found.stream().min(Comparator.comparingInt(i -> examples.get(i).rank())).get();
      int best = found.stream().max(Comparator.comparingDouble(i -> probabilities[i])).get();
      searched += examples.get(first).answers() ? 1 : 0;
      valued += examples.get(best).answers() ? 1 : 0;
    }
    return new Top(questions, (double) searched / questions, (double) valued / questions);
  }

  private static double round(double value) {
    return Math.round(value * 1000) / 1000.;
  }
}
