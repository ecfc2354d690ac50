package cn.zhitong.assistant.topic;

/** Chinese characters. */
final class Han {
  private Han() {}

  static boolean is(int c) {
    return c >= '\u4e00' && c <= '\u9fff';
  }

  static boolean any(String text) {
    return text.chars().anyMatch(Han::is);
  }

  /** Whether it may say what an appeal is about: single characters and numbers do not. */
  static boolean isWord(String word) {
    return word.length() >= 2 && any(word);
  }
}
