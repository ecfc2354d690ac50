package cn.zhitong.assistant.appeal;

import java.util.List;

/**
 * An appeal as the models see it: nothing but its words. Who sent it, by what channel, and what was
 * answered are not here, so that nothing can learn from them.
 *
 * @param title white space collapsed; may be empty
 * @param body white space collapsed, cut at {@link #MAX_BODY}; may be empty
 * @param words HanLP's words of title and body, in order
 * @param vector unit vector of title and body
 */
public record AppealDocument(String title, String body, List<String> words, float[] vector) {
  /** Characters of the body that are read. Longer appeals repeat themselves: .99 of them fit. */
  public static final int MAX_BODY = 1000;

  /** Title and body with a full stop between. */
  public String text() {
    if (title.isEmpty() || body.isEmpty()) {
      return title + body;
    }
    return title + "。" + body;
  }
}
