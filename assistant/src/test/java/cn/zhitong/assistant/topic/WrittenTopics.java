package cn.zhitong.assistant.topic;

import cn.zhitong.common.embedding.Embedder;
import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * Incidents that many report, drawn from parts written for this: titles that name the matter, name
 * another side of it, nothing, or are not there; texts of which many never name it either.
 */
final class WrittenTopics {
  private static final long SEED = 11;
  private static final double NO_TITLE = .15;
  private static final double EMPTY_TITLE = .3;
  private static final double NO_OPENING = .15;
  private static final double SHUFFLED = .3;
  private static final List<Integer> DETAILS = List.of(0, 1, 1, 2, 2, 3, 4);
  private static final List<String> EMPTY = List.of("紧急求助", "反映情况", "求解决", "投诉", "请领导关注", "民生问题");
  private static final List<String> GREETINGS =
      List.of("", "", "", "领导您好，", "尊敬的市长：", "你好，", "我是一名普通市民。", "反映一个问题，", "您好！打扰了。");
  private static final List<String> ENDS = List.of("", "", "", "谢谢！", "盼复。", "望尽快解决，谢谢领导。", "多谢。");

  private final Random random = new Random(SEED);

  /** A theme's appeals, and what ordinary appeals on the like of it say. */
  record Written(String name, Pattern lookalike, List<CityAppeals.Row> rows) {}

  /**
   * @param count appeals a theme
   */
  static List<Written> read(int count, Embedder embedder) throws IOException {
    try (InputStream in = WrittenTopics.class.getResourceAsStream("/topic/written-themes.json")) {
      WrittenTopics themes = new WrittenTopics();
      List<Written> written = new ArrayList<>();
      for (JsonNode theme : StandardJson.MAPPER.readTree(in)) {
        written.add(themes.written(theme, count, embedder));
      }
      return written;
    }
  }

  private Written written(JsonNode theme, int count, Embedder embedder) {
    List<String> titles = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      titles.add(title(theme));
      texts.add(text(theme));
    }
    String name = theme.path("name").asText();
    return new Written(
        name,
        Pattern.compile(theme.path("lookalike").asText()),
        CityAppeals.rows("written", titles, texts, embedder));
  }

  private String title(JsonNode theme) {
    double kind = random.nextDouble();
    if (kind < NO_TITLE) {
      return "";
    }
    return any(kind < EMPTY_TITLE ? EMPTY : strings(theme, "titles"));
  }

  private String text(JsonNode theme) {
    List<String> details = strings(theme, "details");
    Collections.shuffle(details, random);
    List<String> parts = new ArrayList<>(details.subList(0, any(DETAILS)));
    if (parts.isEmpty() || random.nextDouble() >= NO_OPENING) {
      parts.add(0, any(strings(theme, "openings")));
    }
    if (random.nextDouble() < SHUFFLED) {
      Collections.shuffle(parts, random);
    }
    return any(GREETINGS)
        + String.join("，", parts)
        + "。"
        + any(strings(theme, "requests"))
        + any(ENDS);
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static List<String> strings(JsonNode theme, String field) {
    List<String> strings = new ArrayList<>();
    theme.path(field).forEach(value -> strings.add(value.asText()));
    return strings;
  }
}
