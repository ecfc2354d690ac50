package cn.zhitong.eval.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An appeal with the reply that it got. */
public record RepliedAppeal(AppealRow row, String reply) {

  /** Rows without a reply are left out. */
  public static List<RepliedAppeal> read(List<Path> files) throws IOException {
    List<RepliedAppeal> appeals = new ArrayList<>();
    for (Path file : files) {
      for (JsonNode line : Json.lines(file)) {
        String reply = Json.text(line, "reply");
        if (!reply.isBlank()) {
          appeals.add(new RepliedAppeal(AppealRow.of(line), reply));
        }
      }
    }
    return appeals;
  }
}
