package cn.zhitong.assistant.triage;

import cn.zhitong.assistant.appeal.AppealText;
import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.assistant.web.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An appeal as the API takes it. */
@Schema(description = "来件；标题和正文至少填一项")
public record TriageRequest(
    @Schema(description = "批量时的编号，原样返回", examples = "2025-0001") String id,
    @Schema(description = "标题", examples = "专精特新企业怎么申报") String title,
    @Schema(description = "正文", examples = "我公司想申报省级专精特新中小企业，请问条件和截止时间是什么？") String text,
    @Schema(description = "地区代码（GB/T 2260）", examples = "350100") String region,
    @Schema(description = "来件时间，默认现在；办理期限从其次日起算", examples = "2025-09-26T10:30:00+08:00")
        String askedAt) {
  /** Longer than any appeal; beyond it the caller has sent something else. */
  private static final int MAX_TEXT = 50_000;

  /**
   * @throws Problem.InvalidRequest with what is wrong
   */
  public AppealText appeal() {
    boolean empty = (title == null || title.isBlank()) && (text == null || text.isBlank());
    if (empty) {
      throw new Problem.InvalidRequest("title 和 text 不能都为空，请至少填写一项。");
    }
    if ((title == null ? 0 : title.length()) + (text == null ? 0 : text.length()) > MAX_TEXT) {
      throw new Problem.InvalidRequest("来件过长：标题和正文合计请控制在 " + MAX_TEXT + " 字以内。");
    }
    if (region != null && !region.isBlank() && !region.matches("\\d{6}")) {
      throw new Problem.InvalidRequest("region 应为六位地区代码，例如 350100。");
    }
    return new AppealText(title, text, region == null || region.isBlank() ? null : region, time());
  }

  /** A time without an offset, or a date alone, is Shanghai's. */
  private Instant time() {
    if (askedAt == null || askedAt.isBlank()) {
      return null;
    }
    String value = askedAt.strip().replace(' ', 'T');
    try {
      if (value.length() == 10) {
        return LocalDate.parse(value).atStartOfDay(Infrastructure.ZONE).toInstant();
      }
      boolean offset = value.matches(".*(?:[Zz]|[+-]\\d{2}:?\\d{2})$");
      return offset
          ? OffsetDateTime.parse(value).toInstant()
          : LocalDateTime.parse(value).atZone(Infrastructure.ZONE).toInstant();
    } catch (DateTimeParseException e) {
      throw new Problem.InvalidRequest("askedAt 应为 ISO 8601 时间，例如 2025-09-26T10:30:00+08:00。");
    }
  }
}
