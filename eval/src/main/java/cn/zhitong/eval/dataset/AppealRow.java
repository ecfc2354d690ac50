package cn.zhitong.eval.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * An appeal with its labels.
 *
 * @param category code (consultation, suggestion, demand), null where the source has none
 * @param department null where the source has none
 * @param askedAt ISO 8601 with offset, null where the source has none
 * @param group rows of one group are near-duplicates and stay in one fold; the id where it has none
 */
public record AppealRow(
    String id,
    String title,
    String text,
    String category,
    String department,
    String askedAt,
    String group) {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter ODD_TIME = DateTimeFormatter.ofPattern("y-M-d H:m[:s]");
  private static final DateTimeFormatter ODD_DATE = DateTimeFormatter.ofPattern("y-M-d");

  public static List<AppealRow> read(List<Path> files) throws IOException {
    List<AppealRow> rows = new ArrayList<>();
    for (Path file : files) {
      for (JsonNode line : Json.lines(file)) {
        rows.add(of(line));
      }
    }
    return rows;
  }

  static AppealRow of(JsonNode line) {
    String id = Json.text(line, "id");
    String group = Json.text(line, "duplicateGroup");
    return new AppealRow(
        id,
        Json.text(line, "title"),
        Json.text(line, "text"),
        category(Json.text(line, "category")),
        emptyToNull(Json.text(line, "department")),
        isoTime(Json.text(line, "askedAt")),
        group.isEmpty() ? id : group);
  }

  private static String category(String label) {
    return switch (label) {
      case "咨询", "consultation" -> "consultation";
      case "建议", "suggestion" -> "suggestion";
      case "诉求", "demand" -> "demand";
      default -> null;
    };
  }

  private static String emptyToNull(String text) {
    return text.isBlank() ? null : text;
  }

  /** {@code 2017-3-2 18:19:14}, a date only, ISO, or empty; null for what cannot be read. */
  static String isoTime(String text) {
    if (text.isBlank()) {
      return null;
    }
    String clean = text.strip().replace('/', '-');
    try {
      if (clean.contains("T")) {
        return OffsetDateTime.parse(clean).toString();
      }
      LocalDateTime time =
          clean.contains(":")
              ? LocalDateTime.parse(clean, ODD_TIME)
              : LocalDate.parse(clean, ODD_DATE).atStartOfDay();
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atZone(ZONE));
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
