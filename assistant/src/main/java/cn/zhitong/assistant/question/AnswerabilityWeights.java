package cn.zhitong.assistant.question;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The trained numbers behind {@link AnswerabilityModel}: two linear models over {@link
 * PassageFeatures}, one that takes the reader's score to the first one's, and the floors.
 */
final class AnswerabilityWeights {
  private static final String SHIPPED = "answerability.json";

  private final double[] answers;
  private final double[] related;
  private final double[] read;
  private final Floors floors;

  /**
   * Probabilities at which grades begin.
   *
   * @param answer least at which the best passage is claimed to answer
   * @param followUp the same for a question that was completed from its conversation: two
   *     questions' words in one cover less of any text, and the topic was supported once
   * @param ask least at which a question that several texts fit equally is asked back about: it
   *     says less than one that names its case, and nothing is claimed yet
   * @param related least at which clauses are shown at all
   * @param unlikely below it a passage is not worth reading
   * @param sure above it reading would not change anything
   */
  record Floors(
      double answer, double followUp, double ask, double related, double unlikely, double sure) {
    boolean isUnsure(double probability) {
      return probability >= unlikely && probability < sure;
    }
  }

  private AnswerabilityWeights(double[] answers, double[] related, double[] read, Floors floors) {
    this.answers = answers;
    this.related = related;
    this.read = read;
    this.floors = floors;
  }

  static AnswerabilityWeights shipped() {
    try (InputStream in = AnswerabilityWeights.class.getResourceAsStream(SHIPPED)) {
      JsonNode json = new ObjectMapper().readTree(in);
      JsonNode floors = json.path("floors");
      return new AnswerabilityWeights(
          byName(json.path("answers")),
          byName(json.path("related")),
          values(json.path("read")),
          new Floors(
              floors.path("answer").asDouble(),
              floors.path("followUp").asDouble(),
              floors.path("ask").asDouble(),
              floors.path("related").asDouble(),
              floors.path("unlikely").asDouble(),
              floors.path("sure").asDouble()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In the order of {@link PassageFeatures#NAMES}, the constant last; a missing name weighs 0. */
  private static double[] byName(JsonNode named) {
    double[] weights = new double[PassageFeatures.NAMES.size() + 1];
    for (int i = 0; i < PassageFeatures.NAMES.size(); i++) {
      weights[i] = named.path(PassageFeatures.NAMES.get(i)).asDouble(0);
    }
    weights[weights.length - 1] = named.path("constant").asDouble();
    return weights;
  }

  private static double[] values(JsonNode array) {
    double[] values = new double[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = array.get(i).asDouble();
    }
    return values;
  }

  Floors floors() {
    return floors;
  }

  /** Log-odds that the passage answers. */
  double answers(double[] features) {
    return SentenceScorer.logOdds(answers, features);
  }

  /** Probability that the passage is on the question's matter. */
  double related(double[] features) {
    return 1 / (1 + Math.exp(-SentenceScorer.logOdds(related, features)));
  }

  /** Log-odds that the passage answers, of those without reading and of the reader's. */
  double read(double answers, double reader) {
    return SentenceScorer.logOdds(read, new double[] {answers, reader});
  }
}
