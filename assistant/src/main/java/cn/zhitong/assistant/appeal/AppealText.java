package cn.zhitong.assistant.appeal;

import java.time.Instant;

/**
 * What triage may look at.
 *
 * @param title may be empty, not both it and text
 * @param region GB/T 2260 code or null
 * @param askedAt when it was filed; the deadline counts from its day
 */
public record AppealText(String title, String text, String region, Instant askedAt) {
  public AppealText {
    title = title == null ? "" : title.strip();
    text = text == null ? "" : text.strip();
    if (title.isEmpty() && text.isEmpty()) {
      throw new IllegalArgumentException("an appeal needs a title or a text");
    }
  }
}
