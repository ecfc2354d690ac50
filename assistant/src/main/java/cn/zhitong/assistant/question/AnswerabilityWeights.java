package cn.zhitong.assistant.question;

import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The trained numbers behind {@link AnswerabilityModel}: two linear models over {@link
 * PassageFeatures}, two that take the reader's scores to these, one for what may be claimed, and
 * the floors of either way.
 */
final class AnswerabilityWeights {
  private static final String SHIPPED = "answerability.json";

  /** Log-odds without reading, and the reader's. */
  static final List<String> READ = List.of("words", "reader");

  /**
   * Log-odds on the matter and of the likeliest passage without reading, and the reader's highest.
   */
  static final List<String> RELATED_READ = List.of("related", "words", "highestReader");

  /** Log-odds after reading of the likeliest passage, and its log-share among those read. */
  static final List<String> CLAIM = List.of("odds", "share");

  private final double[] answers;
  private final double[] related;
  private final double[] read;
  private final double[] claim;
  private final double[] relatedRead;
  private final Floors byWords;
  private final Floors byReading;
  private final double unlikely;
  private final double sure;

  /**
   * Probabilities at which grades begin.
   *
   * @param answer least at which the best passage is claimed to answer
   * @param followUp the same for a question that was completed from its conversation: two
   *     questions' words in one cover less of any text, and the topic was supported once
   * @param chosen the same for what was chosen, or typed, where several texts fitted equally and it
   *     was asked back: the matter and the text are known then
   * @param related least at which clauses are shown at all
   */
  record Floors(double answer, double followUp, double chosen, double related) {
    private static Floors of(JsonNode json) {
      return new Floors(
          json.path("answer").asDouble(),
          json.path("followUp").asDouble(),
          json.path("chosen").asDouble(),
          json.path("related").asDouble());
    }
  }

  private AnswerabilityWeights(JsonNode json) {
    answers = NamedWeights.of(json.path("answers"), PassageFeatures.NAMES);
    related = NamedWeights.of(json.path("related"), PassageFeatures.NAMES);
    read = NamedWeights.of(json.path("read"), READ);
    claim = NamedWeights.of(json.path("claim"), CLAIM);
    relatedRead = NamedWeights.of(json.path("relatedRead"), RELATED_READ);
    byWords = Floors.of(json.path("floors").path("byWords"));
    byReading = Floors.of(json.path("floors").path("byReading"));
    unlikely = json.path("floors").path("unlikely").asDouble();
    sure = json.path("floors").path("sure").asDouble();
  }

  static AnswerabilityWeights shipped() {
    try (InputStream in = AnswerabilityWeights.class.getResourceAsStream(SHIPPED)) {
      return new AnswerabilityWeights(StandardJson.MAPPER.readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** For probabilities without reading. */
  Floors byWords() {
    return byWords;
  }

  /** For probabilities after reading. */
  Floors byReading() {
    return byReading;
  }

  /**
   * Whether reading may change anything.
   *
   * @param answers probability without reading that the best passage answers
   * @param related the same that anything found is on the matter
   */
  boolean needsReading(double answers, double related) {
    return answers < sure && (answers >= unlikely || related >= unlikely);
  }

  /** Log-odds that the passage answers. */
  double answers(double[] features) {
    return SentenceScorer.logOdds(answers, features);
  }

  /** Log-odds that the passage is on the question's matter. */
  double related(double[] features) {
    return SentenceScorer.logOdds(related, features);
  }

  /** Log-odds that the passage answers, of those without reading and of the reader's. */
  double read(double answers, double reader) {
    return SentenceScorer.logOdds(read, new double[] {answers, reader});
  }

  /**
   * Log-odds with which the likeliest passage is claimed to answer. Where another one is nearly as
   * likely, one of the two is wrong as often as not, and where many are, none may answer.
   *
   * @param odds of those that were read, the likeliest first; at least one
   */
  double claim(double[] odds) {
    double others = 0;
    for (double one : odds) {
      others += Math.exp(one - odds[0]);
    }
    return SentenceScorer.logOdds(claim, new double[] {odds[0], -Math.log(others)});
  }

  /**
   * Log-odds that anything found is on the question's matter.
   *
   * @param related those without reading
   * @param answers those without reading that the likeliest passage answers
   * @param highest of the reader's
   */
  double relatedRead(double related, double answers, double highest) {
    return SentenceScorer.logOdds(relatedRead, new double[] {related, answers, highest});
  }
}
