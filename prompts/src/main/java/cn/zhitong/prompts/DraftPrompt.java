package cn.zhitong.prompts;

import java.util.List;

/**
 * Asks for the body of a reply to an appeal as JSON paragraphs of cited sentences. What only the
 * office knows comes back as a sentence {@code 【待补充：…】} without sources.
 *
 * @param nonce unguessable, new for each request
 * @param today the day that the reply is for, in Chinese
 * @param title the appeal's title, may be empty
 * @param category 咨询, 建议 or 诉求
 */
public record DraftPrompt(
    String nonce,
    String today,
    List<QuotedPassage> passages,
    String title,
    String category,
    String text)
    implements Prompt {
  @Override
  public String id() {
    return "draft";
  }
}
