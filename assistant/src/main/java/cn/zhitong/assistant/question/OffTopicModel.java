package cn.zhitong.assistant.question;

import cn.zhitong.common.embedding.Embedder;
import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * How likely a question is about private life, entertainment or general knowledge, by its vector.
 * Words alone do not tell: 宠物 in 宠物店办什么许可 is a business.
 */
final class OffTopicModel {
  private static final String SHIPPED = "off-topic.json";

  private final Embedder embedder;
  private final double[] weights;
  private final double sure;
  private final double likely;

  OffTopicModel(Embedder embedder) {
    this.embedder = embedder;
    try (InputStream in = OffTopicModel.class.getResourceAsStream(SHIPPED)) {
      JsonNode json = StandardJson.MAPPER.readTree(in);
      JsonNode values = json.path("weights");
      weights = new double[values.size() + 1];
      for (int i = 0; i < values.size(); i++) {
        weights[i] = values.get(i).asDouble();
      }
      weights[values.size()] = json.path("constant").asDouble();
      sure = json.path("floors").path("sure").asDouble();
      likely = json.path("floors").path("likely").asDouble();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  double probability(String question) {
    return probability(weights, features(embedder, question));
  }

  /** What the weights are over: a question's vector. */
  static double[] features(Embedder embedder, String question) {
    float[] vector = embedder.embedQuestion(question).vector();
    double[] features = new double[vector.length];
    for (int i = 0; i < features.length; i++) {
      features[i] = vector[i];
    }
    return features;
  }

  /**
   * @param weights with the constant behind them
   */
  static double probability(double[] weights, double[] features) {
    return 1 / (1 + Math.exp(-SentenceScorer.logOdds(weights, features)));
  }

  /**
   * Whether it is refused as off topic.
   *
   * @param onTheMatter whether something on its matter was found: then only what is surely private
   */
  boolean isOffTopic(String question, boolean onTheMatter) {
    return probability(question) >= (onTheMatter ? sure : likely);
  }
}
