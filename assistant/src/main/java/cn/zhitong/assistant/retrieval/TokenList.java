package cn.zhitong.assistant.retrieval;

import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Tokens that are already cut, as Lucene takes them. */
final class TokenList extends TokenStream {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final List<String> tokens;
  private int next;

  TokenList(List<String> tokens) {
    this.tokens = tokens;
  }

  @Override
  public boolean incrementToken() {
    clearAttributes();
    if (next >= tokens.size()) {
      return false;
    }
    term.append(tokens.get(next++));
    return true;
  }

  @Override
  public void reset() {
    next = 0;
  }
}
