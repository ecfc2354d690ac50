package cn.zhitong.prompts;

import java.util.List;

/**
 * Asks for an answer as JSON sentences, each with the markers and verbatim quotes it rests on.
 *
 * @param nonce unguessable, new for each request: text cannot close a fence it does not know
 * @param today the day that the answer is for, in Chinese
 * @param passages numbered from 1
 */
public record AnswerPrompt(
    String nonce, String today, List<QuotedPassage> passages, String question) implements Prompt {
  @Override
  public String id() {
    return "answer";
  }
}
