package cn.zhitong.assistant.privacy;

import java.util.BitSet;
import java.util.List;

/**
 * Finds e-mail addresses from their {@code @} outwards, so that time grows with the length of the
 * text: a pattern that begins with the name would be tried at each letter.
 */
final class EmailScanner {
  private static final String IN_NAME = "._%+-";

  /** A blank on either side is a slip. */
  private static final int MOST_BLANKS = 2;

  private final NormalizedText text;
  private final BitSet taken;

  EmailScanner(NormalizedText text, BitSet taken) {
    this.text = text;
    this.taken = taken;
  }

  void find(List<PersonalData.Found> found) {
    int free = 0;
    for (int at = 0; at < text.length(); at++) {
      int sign = sign(at);
      if (sign == 0) {
        continue;
      }
      int nameEnd = blanks(at, -1);
      int start = nameEnd;
      while (start > free && (letter(start - 1) || IN_NAME.indexOf(text.at(start - 1)) >= 0)) {
        start--;
      }
      int end = domain(blanks(at + sign, 1));
      if (start < nameEnd && end > 0) {
        taken.set(start, end);
        found.add(new PersonalData.Found("email", text.start(start), text.end(end - 1), false));
        free = end;
      }
    }
  }

  /** How long the sign between name and domain is, (at) included; 0 where there is none. */
  private int sign(int at) {
    char c = text.at(at);
    if (c == '@' || c == '﹫') {
      return 1;
    }
    boolean spelled =
        (c == '(' || c == '[' || c == '【')
            && text.around(at + 1) == 'A'
            && text.around(at + 2) == 'T'
            && ")]】".indexOf(text.around(at + 3)) >= 0;
    return spelled ? 4 : 0;
  }

  /** The index behind the blanks from an index on, or before those in front of it. */
  private int blanks(int from, int step) {
    int at = from;
    for (int i = 0; i < MOST_BLANKS; i++) {
      char next = text.around(step < 0 ? at - 1 : at);
      if (next != ' ' && next != '\u3000') {
        break;
      }
      at += step;
    }
    return Math.max(0, Math.min(text.length(), at));
  }

  /** The end of a domain that begins at an index, 0 where there is none. */
  private int domain(int start) {
    int end = 0;
    int label = start;
    int at = start;
    while (at <= text.length()) {
      boolean inLabel = at < text.length() && (letter(at) || text.at(at) == '-');
      if (inLabel) {
        at++;
        continue;
      }
      if (label > start && at - label >= 2 && Character.isLetter(text.at(label))) {
        end = at;
      }
      boolean dot = at < text.length() && (text.at(at) == '.' || text.at(at) == '。');
      if (!dot || at == label || !letter(at + 1)) {
        break;
      }
      label = ++at;
    }
    return end;
  }

  private boolean letter(int index) {
    char c = text.around(index);
    return c >= 'A' && c <= 'Z'
        || text.digit(index) && text.script(index) == NormalizedText.Script.PLAIN;
  }
}
