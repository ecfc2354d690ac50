package cn.zhitong.assistant.topic;

import cn.zhitong.assistant.appeal.HanLpWords;
import cn.zhitong.common.embedding.Embedder;
import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Appeals to cities as the experiments on themes read them. */
final class CityAppeals {
  /** What of an appeal its vector is of, as {@code AppealText} cuts it. */
  private static final int EMBEDDED = 300;

  private CityAppeals() {}

  /**
   * @param source a city, or what wrote it
   * @param id empty where it has none
   */
  record Row(String source, String id, String text, TopicDocument appeal) {
    String whole() {
      return appeal.title() + text;
    }
  }

  /**
   * @param folder with {@code CITY.jsonl}
   */
  static List<Row> read(Path folder, String city, Embedder embedder) throws IOException {
    return read(folder.resolve(city + ".jsonl"), embedder);
  }

  static List<Row> read(Path file, Embedder embedder) throws IOException {
    String city = file.getFileName().toString().replaceFirst("\\.jsonl$", "");
    List<String> ids = new ArrayList<>();
    ObjectMapper json = StandardJson.MAPPER;
    List<String> titles = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode row = json.readTree(line);
      ids.add(row.path("id").asText(""));
      titles.add(plain(row.path("title").asText("")));
      texts.add(plain(row.path("text").asText("")));
    }
    return rows(city, ids, titles, texts, embedder);
  }

  private static String plain(String text) {
    return text.replaceAll("[\\s\\u3000]+", " ").strip();
  }

  static List<Row> rows(String source, List<String> titles, List<String> texts, Embedder embedder) {
    return rows(source, Collections.nCopies(titles.size(), ""), titles, texts, embedder);
  }

  private static List<Row> rows(
      String source, List<String> ids, List<String> titles, List<String> texts, Embedder embedder) {
    List<String> heads = new ArrayList<>();
    for (int i = 0; i < titles.size(); i++) {
      String whole = titles.get(i).isEmpty() ? texts.get(i) : titles.get(i) + "。" + texts.get(i);
      heads.add(whole.substring(0, Math.min(EMBEDDED, whole.length())));
    }
    List<float[]> vectors = embedder.embedPassages(heads);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < titles.size(); i++) {
      rows.add(
          new Row(
              source,
              ids.get(i),
              texts.get(i),
              appeal(titles.get(i), texts.get(i), vectors.get(i))));
    }
    return rows;
  }

  static TopicDocument appeal(String title, String text, float[] vector) {
    List<String> words = new ArrayList<>(HanLpWords.of(title));
    words.add("。");
    words.addAll(HanLpWords.of(text));
    return new TopicDocument(title, HanLpWords.of(title), words, vector);
  }
}
