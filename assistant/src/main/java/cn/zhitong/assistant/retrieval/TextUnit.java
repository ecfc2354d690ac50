package cn.zhitong.assistant.retrieval;

import java.util.EnumSet;
import java.util.Set;

/** What is scored as one text, each kind of its tokens in a field of its own. */
enum TextUnit {
  PASSAGE("p", EnumSet.allOf(TokenKind.class)),
  POLICY("d", EnumSet.of(TokenKind.WORDS, TokenKind.PAIRS, TokenKind.SINGLES));

  private final String prefix;
  private final Set<TokenKind> kinds;

  TextUnit(String prefix, Set<TokenKind> kinds) {
    this.prefix = prefix;
    this.kinds = kinds;
  }

  Set<TokenKind> kinds() {
    return kinds;
  }

  String field(TokenKind kind) {
    return prefix + kind.code();
  }
}
