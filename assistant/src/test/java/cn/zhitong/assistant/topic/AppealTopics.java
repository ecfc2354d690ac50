package cn.zhitong.assistant.topic;

import cn.zhitong.common.embedding.Embedder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Themes whose appeals stand in a resource as they are: theme, title, text. */
final class AppealTopics {
  private AppealTopics() {}

  /** In the resource's order; what ordinary appeals look like them is not known. */
  static List<Mixtures.Known> read(String resource, Embedder embedder) throws IOException {
    Map<String, List<String[]>> themes = new LinkedHashMap<>();
    for (String[] part : lines(resource)) {
      themes.computeIfAbsent(part[0], name -> new ArrayList<>()).add(part);
    }
    List<Mixtures.Known> known = new ArrayList<>();
    themes.forEach(
        (name, parts) ->
            known.add(
                new Mixtures.Known(
                    name,
                    CityAppeals.rows(
                        resource,
                        parts.stream().map(part -> part[1]).toList(),
                        parts.stream().map(part -> part[2]).toList(),
                        embedder),
                    row -> false)));
    return known;
  }

  /** A resource of this package's tests by lines and tabs, without its comments. */
  static List<String[]> lines(String resource) throws IOException {
    try (InputStream in = AppealTopics.class.getResourceAsStream("/topic/" + resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .toList();
    }
  }
}
