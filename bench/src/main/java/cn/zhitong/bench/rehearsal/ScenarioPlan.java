package cn.zhitong.bench.rehearsal;

import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** The 200 appeals of the scripted day, and what happens to each, by its number. */
final class ScenarioPlan {
  static final int APPEALS = 200;

  /** Calendar days ago on which an old one was asked: longer than any category's time. */
  private static final int OLD_DAYS = 40;

  private ScenarioPlan() {}

  /** Where an appeal comes from. */
  enum Channel {
    WIDGET,
    API,
    HOTLINE
  }

  /**
   * @param repeats number of the appeal that it repeats, -1 for none
   * @param old whether it was asked long ago
   */
  record Appeal(int index, Channel channel, String title, String text, int repeats, boolean old) {

    String externalNumber() {
      return channel == Channel.WIDGET ? null : "YL-" + String.format("%04d", index);
    }

    String askedAt(LocalDate today) {
      LocalDate day = old ? today.minusDays(OLD_DAYS) : today;
      return day + "T" + LocalTime.of(0, index % 60, 1) + "+08:00";
    }

    boolean withdrawn() {
      return repeats < 0 && index % 20 == 0;
    }

    boolean rejected() {
      return repeats < 0 && index % 25 == 1;
    }

    boolean goesOn() {
      return !withdrawn() && !rejected();
    }

    boolean changed() {
      return index % 4 == 2;
    }

    boolean returned() {
      return index % 10 == 3;
    }

    boolean returnedTwice() {
      return index % 30 == 3;
    }

    boolean extended() {
      return index % 8 == 5;
    }

    boolean extensionRefused() {
      return index % 16 == 13;
    }

    boolean answered() {
      return index % 9 != 4;
    }

    boolean rated() {
      return answered() && index % 2 == 0;
    }

    int score() {
      return 1 + index / 2 % 5;
    }

    boolean reviewed() {
      return score() <= 2 && index % 3 == 0;
    }
  }

  /** The demo's appeals, then some of them once more in other words. */
  static List<Appeal> appeals() throws IOException {
    List<JsonNode> texts = new ArrayList<>();
    ObjectMapper json = StandardJson.MAPPER;
    try (InputStream in = ScenarioPlan.class.getResourceAsStream("/demo/appeals.jsonl")) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (!line.isBlank()) {
          texts.add(json.readTree(line));
        }
      }
    }
    List<Appeal> appeals = new ArrayList<>();
    for (int i = 0; i < APPEALS; i++) {
      int repeats = i < texts.size() ? -1 : i - texts.size();
      JsonNode source = texts.get(repeats < 0 ? i : repeats);
      String text = source.path("text").asText();
      appeals.add(
          new Appeal(
              i,
              Channel.values()[i % Channel.values().length],
              source.path("title").asText(),
              repeats < 0 ? text : "再次反映：" + text,
              repeats,
              // A visitor cannot say when it was asked.
              i % 7 == 0 && i % Channel.values().length != 0));
    }
    return appeals;
  }
}
