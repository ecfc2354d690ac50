package cn.zhitong.assistant.question;

import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Weights of a linear model by the names of its features, as an artefact keeps them. */
final class NamedWeights {
  static final String CONSTANT = "constant";

  private static final double PRECISION = 1e4;

  private NamedWeights() {}

  /** In the order of the names, the constant last; a missing name weighs 0. */
  static double[] of(JsonNode named, List<String> names) {
    double[] weights = new double[names.size() + 1];
    for (int i = 0; i < names.size(); i++) {
      weights[i] = named.path(names.get(i)).asDouble(0);
    }
    weights[names.size()] = named.path(CONSTANT).asDouble();
    return weights;
  }

  static ObjectNode json(double[] weights, List<String> names) {
    ObjectNode named = StandardJson.MAPPER.createObjectNode();
    for (int i = 0; i < names.size(); i++) {
      named.put(names.get(i), rounded(weights[i]));
    }
    return named.put(CONSTANT, rounded(weights[names.size()]));
  }

  private static double rounded(double weight) {
    return Math.round(PRECISION * weight) / PRECISION;
  }
}
