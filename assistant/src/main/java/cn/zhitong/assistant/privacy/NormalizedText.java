package cn.zhitong.assistant.privacy;

/**
 * A text in plain characters: digits and letters of every width and script as ASCII, letters in
 * upper case, characters without width left out. Each knows where it stands in the original.
 */
final class NormalizedText {
  private static final String HAN_DIGITS = "零〇○一壹弌二贰貳三叁參四肆五伍六陆陸七柒八捌九玖幺";
  private static final String HAN_VALUES = "00011122233344556667788991";
  private static final String LOOKALIKES = "×✕✖ХχΧх";

  /** A blank as pages write it, copied with its markup. */
  private static final String MARKED_BLANK = "&nbsp;";

  /** Shortest number that may have letters typed for its digits, and most such letters. */
  private static final int SHORTEST_TYPED = 11;

  private static final int MOST_TYPED = 3;

  /** How a digit is written: a change parts two numbers (之一13812345678). */
  enum Script {
    NONE,
    PLAIN,
    HAN,
    CIRCLED
  }

  private final char[] chars;
  private final int[] starts;
  private final int[] ends;
  private final Script[] scripts;
  private int length;

  private NormalizedText(int capacity) {
    chars = new char[capacity];
    starts = new int[capacity];
    ends = new int[capacity];
    scripts = new Script[capacity];
  }

  static NormalizedText of(String text) {
    NormalizedText plain = new NormalizedText(text.length());
    int at = 0;
    while (at < text.length()) {
      if (text.startsWith(MARKED_BLANK, at)) {
        plain.add(' ', at, at + MARKED_BLANK.length());
        at += MARKED_BLANK.length();
        continue;
      }
      int point = text.codePointAt(at);
      int next = at + Character.charCount(point);
      if (!invisible(point)) {
        plain.add(point, at, next);
      }
      at = next;
    }
    plain.readTypedLetters();
    return plain;
  }

  /** 1385OO21764, l3850021764: O, I and l among the digits of a long number are digits. */
  private void readTypedLetters() {
    int from = 0;
    while (from < length) {
      int to = from;
      int letters = 0;
      while (to < length && (scripts[to] == Script.PLAIN || likeDigit(chars[to]))) {
        letters += scripts[to] == Script.PLAIN ? 0 : 1;
        to++;
      }
      boolean number = to - from >= SHORTEST_TYPED && letters > 0 && letters <= MOST_TYPED;
      if (number && !isLetter(around(from - 1)) && !isLetter(around(to))) {
        for (int i = from; i < to; i++) {
          chars[i] = chars[i] == 'O' ? '0' : likeDigit(chars[i]) ? '1' : chars[i];
          scripts[i] = Script.PLAIN;
        }
      }
      from = Math.max(to, from + 1);
    }
  }

  private static boolean likeDigit(char c) {
    return c == 'O' || c == 'I' || c == 'L';
  }

  private static boolean isLetter(char c) {
    return c >= 'A' && c <= 'Z';
  }

  int length() {
    return length;
  }

  char at(int index) {
    return chars[index];
  }

  /** A space outside the text. */
  char around(int index) {
    return index < 0 || index >= length ? ' ' : chars[index];
  }

  Script script(int index) {
    return scripts[index];
  }

  boolean digit(int index) {
    return index >= 0 && index < length && scripts[index] != Script.NONE;
  }

  /** Offset of a character in the original, in UTF-16 chars. */
  int start(int index) {
    return starts[index];
  }

  /** Offset behind a character in the original. */
  int end(int index) {
    return ends[index];
  }

  /** All of it, one char for each character: offsets in it are indexes here. */
  String plain() {
    return new String(chars, 0, length);
  }

  String slice(int from, int to) {
    return new String(chars, from, to - from);
  }

  private void add(int point, int start, int end) {
    starts[length] = start;
    ends[length] = end;
    scripts[length] = Script.NONE;
    chars[length] = plain(point);
    length++;
  }

  private char plain(int point) {
    int han = HAN_DIGITS.indexOf(point);
    if (han >= 0) {
      scripts[length] = Script.HAN;
      return HAN_VALUES.charAt(han);
    }
    if (point >= '①' && point <= '⑨' || point == '⓪') {
      scripts[length] = Script.CIRCLED;
      return point == '⓪' ? '0' : (char) ('1' + point - '①');
    }
    int digit = Character.digit(point, 10);
    if (digit >= 0) {
      scripts[length] = Script.PLAIN;
      return (char) ('0' + digit);
    }
    int narrow = point >= 0xFF01 && point <= 0xFF5E ? point - 0xFEE0 : point;
    if (LOOKALIKES.indexOf(narrow) >= 0) {
      return 'X';
    }
    return narrow > Character.MAX_VALUE ? '\uFFFD' : Character.toUpperCase((char) narrow);
  }

  private static boolean invisible(int point) {
    int type = Character.getType(point);
    return type == Character.FORMAT
        || type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || point == 0x115F
        || point == 0x1160
        || point == 0x3164
        || point == 0xFFA0
        || type == Character.CONTROL && point != '\n' && point != '\r' && point != '\t';
  }
}
