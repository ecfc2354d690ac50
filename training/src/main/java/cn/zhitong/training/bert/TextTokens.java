package cn.zhitong.training.bert;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;

/** The tokens of single texts, as the service's encoder takes them. */
public final class TextTokens implements AutoCloseable {
  private final HuggingFaceTokenizer tokenizer;

  private TextTokens(HuggingFaceTokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  /**
   * @param longest tokens of a text, [CLS] and [SEP] included; the rest is left out
   */
  public static TextTokens load(int longest) throws IOException {
    try (InputStream in =
        TextTokens.class.getClassLoader().getResourceAsStream("bge-small-zh-v1.5-tokenizer.json")) {
      return new TextTokens(
          HuggingFaceTokenizer.newInstance(
              in, Map.of("truncation", "true", "maxLength", "" + longest, "padding", "false")));
    }
  }

  public int[] of(String text) {
    return Arrays.stream(tokenizer.encode(text).getIds()).mapToInt(id -> (int) id).toArray();
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
