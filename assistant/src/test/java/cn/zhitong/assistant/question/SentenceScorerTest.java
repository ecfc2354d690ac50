package cn.zhitong.assistant.question;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceScorerTest {
  @Test
  void shippedArtefact_names_areThoseOfTheFeaturesAndTheConstant() throws IOException {
    List<String> expected = new ArrayList<>(PieceFeature.NAMES);
    expected.add(NamedWeights.CONSTANT);
    List<String> names = new ArrayList<>();
    shipped("composer.json").path("weights").fieldNames().forEachRemaining(names::add);
    assertThat(names).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void shippedArtefact_loaded_isInTheOrderOfTheFeatures() throws IOException {
    JsonNode weights = shipped("composer.json").path("weights");
    double[] loaded = SentenceScorer.WEIGHTS;
    assertThat(loaded).hasSize(PieceFeature.values().length + 1);
    for (PieceFeature feature : PieceFeature.values()) {
      String name = PieceFeature.NAMES.get(feature.ordinal());
      assertThat(loaded[feature.ordinal()]).as(name).isEqualTo(weights.path(name).asDouble());
    }
    assertThat(loaded[loaded.length - 1]).isEqualTo(weights.path("constant").asDouble());
  }

  @Test
  void shippedArtefact_header_saysWhatItIsAndItsFigures() throws IOException {
    JsonNode header = shipped("composer.header.json");
    assertThat(header.path("what").asText()).isEqualTo("composer");
    assertThat(header.path("data").size()).isPositive();
    assertThat(header.path("figures").size()).isPositive();
  }

  @Test
  void logOdds_weightsAndFeatures_areSummedWithTheConstant() {
    assertThat(SentenceScorer.logOdds(new double[] {2, -1, .5}, new double[] {3, 4}))
        .isEqualTo(2.5);
  }

  private static JsonNode shipped(String name) throws IOException {
    try (InputStream in = SentenceScorer.class.getResourceAsStream(name)) {
      return StandardJson.MAPPER.readTree(in);
    }
  }
}
