package cn.zhitong.assistant.question;

import cn.zhitong.assistant.question.CalibrationData.Asked;
import cn.zhitong.common.region.Gazetteer;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Fits the support model on what {@link CalibrationData} wrote, and says by five-fold
 * cross-validation what share of the unanswerable questions is refused where a given share of the
 * answerable ones is answered: {@code AnswerabilityCalibration DATA CORPUS}.
 */
final class AnswerabilityCalibration {
  private AnswerabilityCalibration() {}

  public static void main(String[] args) throws Exception {
    Map<String, String> texts = new HashMap<>();
    for (String line : Files.readAllLines(Path.of(args[1]))) {
      JsonNode document = CalibrationData.JSON.readTree(line);
      texts.put(document.get("_id").asText(), document.get("text").asText());
    }
    AnswerabilityModel support = new AnswerabilityModel(Gazetteer.standard());
    List<double[]> rows = new ArrayList<>();
    List<Boolean> labels = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(args[0]))) {
      Asked asked = CalibrationData.JSON.readValue(line, Asked.class);
      rows.add(
          support.features(
              AnalyzedQuestion.of(asked.text()),
              asked.hits(),
              hit -> texts.getOrDefault(hit.externalId(), "")));
      labels.add(!asked.right().isEmpty());
    }
    double[] scores = new double[rows.size()];
    for (int fold = 0; fold < 5; fold++) {
      double[] weights = fit(rows, labels, fold);
      for (int i = fold; i < scores.length; i += 5) {
        scores[i] = Logistic.value(weights, rows.get(i));
      }
    }
    System.out.println("weights " + Arrays.toString(fit(rows, labels, -1)));
    for (double answered : new double[] {.85, .88, .9, .91, .92, .94}) {
      report(scores, labels, answered);
    }
    System.out.printf("AUC %.3f%n", auc(scores, labels));
  }

  private static double[] fit(List<double[]> rows, List<Boolean> labels, int without) {
    List<double[]> some = new ArrayList<>();
    List<Boolean> theirs = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (i % 5 != without) {
        some.add(rows.get(i));
        theirs.add(labels.get(i));
      }
    }
    return Logistic.fit(some, theirs, 1);
  }

  private static void report(double[] scores, List<Boolean> labels, double answered) {
    List<Double> answerable = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      if (labels.get(i)) {
        answerable.add(scores[i]);
      }
    }
    answerable.sort(null);
    double floor = answerable.get((int) (answerable.size() * (1 - answered)));
    int refused = 0;
    for (int i = 0; i < scores.length; i++) {
      refused += !labels.get(i) && scores[i] < floor ? 1 : 0;
    }
    System.out.printf(
        "answered %.2f refused %.3f floor %.3f%n",
        answered,
        (double) refused / (scores.length - answerable.size()),
        1 / (1 + Math.exp(-floor)));
  }

  private static double auc(double[] scores, List<Boolean> labels) {
    long pairs = 0;
    double wins = 0;
    for (int i = 0; i < scores.length; i++) {
      for (int j = 0; j < scores.length; j++) {
        if (labels.get(i) && !labels.get(j)) {
          pairs++;
          wins += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? .5 : 0;
        }
      }
    }
    return wins / pairs;
  }
}
