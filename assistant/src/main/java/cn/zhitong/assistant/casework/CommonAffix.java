package cn.zhitong.assistant.casework;

/**
 * How far two texts agree from both ends: most edits are local, and only what is between them has
 * to be compared.
 *
 * @param head characters that both begin with
 * @param tail characters that both end with, beyond the head
 */
record CommonAffix(int head, int tail) {

  static CommonAffix of(String a, String b) {
    int head = 0;
    int shorter = Math.min(a.length(), b.length());
    while (head < shorter && a.charAt(head) == b.charAt(head)) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && a.charAt(a.length() - 1 - tail) == b.charAt(b.length() - 1 - tail)) {
      tail++;
    }
    return new CommonAffix(head, tail);
  }

  /** What of one of the two is between the ends. */
  String between(String text) {
    return text.substring(head, text.length() - tail);
  }
}
