package cn.zhitong.assistant.push;

import cn.zhitong.assistant.matching.item.ItemFilter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Somebody's wish to be told of new items.
 *
 * @param confirmedAt null until its mail was answered
 */
record Subscription(
    UUID id, String email, Search search, String every, Instant askedAt, Instant confirmedAt) {

  /** What is looked for; null is no matter, all null are all items. */
  @Schema(example = "{\"theme\":\"科技创新\",\"region\":\"350100\"}")
  public record Search(
      @Schema(description = "标题、正文或部门中的字") String words,
      @Schema(description = "政策主题") String theme,
      @Schema(description = "GB/T 2260 代码") String region,
      @Schema(description = "GB/T 4754 门类") String industry,
      @Schema(description = "奖补、减免、权益、资质") String kind,
      @Schema(description = "免申即享、易申快享、普通") String mode) {

    ItemFilter filter() {
      return new ItemFilter(
          orNull(words),
          orNull(mode),
          orNull(kind),
          orNull(region),
          null,
          orNull(theme),
          orNull(industry),
          null,
          null);
    }

    /** What it is, in one line. */
    String described(String place) {
      List<String> parts = new ArrayList<>();
      add(parts, "含", words);
      add(parts, "主题", theme);
      add(parts, "地区", place);
      add(parts, "行业", industry);
      add(parts, "种类", kind);
      add(parts, "方式", mode);
      return parts.isEmpty() ? "全部新发布的政策事项" : String.join("，", parts);
    }

    private static void add(List<String> parts, String name, String value) {
      if (orNull(value) != null) {
        parts.add(name + "“" + value.strip() + "”");
      }
    }

    private static String orNull(String text) {
      return text == null || text.isBlank() ? null : text.strip();
    }
  }
}
