package cn.zhitong.assistant.security;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Passwords that guessers try first: one that is made of known words, runs, repetitions, dates and
 * numbers has little left when these are taken out.
 */
final class CommonPasswords {
  /** Letters or signs that must remain; two would be 26² tries after a list of words. */
  private static final int LEFT = 4;

  /** Of ten characters at least. */
  private static final int DIFFERENT = 5;

  private static final List<String> ROWS =
      List.of(
          "abcdefghijklmnopqrstuvwxyz",
          "0123456789",
          "qwertyuiop",
          "asdfghjkl",
          "zxcvbnm",
          "1qaz2wsx3edc4rfv5tgb");

  /** The longest first, so that a part does not leave the rest. */
  private static final List<String> WORDS =
      Stream.of(
              "administrator",
              "password",
              "passw",
              "zhitong",
              "zhengqi",
              "gongwu",
              "welcome",
              "qwerty",
              "letmein",
              "changeme",
              "default",
              "iloveyou",
              "woaini",
              "monkey",
              "dragon",
              "master",
              "sunshine",
              "football",
              "baseball",
              "princess",
              "superman",
              "hello",
              "admin",
              "agent",
              "supervisor",
              "publisher",
              "handler",
              "enterprise",
              "system",
              "visitor",
              "guest",
              "user",
              "login",
              "root",
              "test",
              "demo",
              "temp",
              "secret",
              "abc",
              "mima",
              "china",
              "beijing",
              "shanghai",
              "fuzhou",
              "xiamen",
              "nihao",
              "gov")
          .sorted((a, b) -> b.length() - a.length())
          .toList();

  private CommonPasswords() {}

  /**
   * @param name of the account, which is a known word too
   */
  static boolean likely(String password, String name) {
    String text = Normalizer.normalize(password, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    if (text.chars().distinct().count() < DIFFERENT || periodic(text)) {
      return true;
    }
    String plain = plain(text);
    return interleaved(text) || rest(text, name) < LEFT || rest(plain, name) < LEFT;
  }

  /** Two runs in turn: 1q2w3e4r5t. */
  private static boolean interleaved(String text) {
    String letters = text.replaceAll("[^a-z]", "");
    String digits = text.replaceAll("[^0-9]", "");
    return letters.length() > 2
        && digits.length() > 2
        && withoutRuns(letters).isBlank()
        && withoutRuns(digits).isBlank();
  }

  /** Signs that stand for letters: p@ssw0rd. */
  private static String plain(String text) {
    return text.replace('@', 'a')
        .replace('4', 'a')
        .replace('0', 'o')
        .replace('1', 'i')
        .replace('3', 'e')
        .replace('5', 's')
        .replace('$', 's')
        .replace('7', 't')
        .replace('!', 'i');
  }

  /** Letters that are left without words and runs; digits and signs at the ends are guessed too. */
  private static int rest(String text, String name) {
    String left = text.replace(name.toLowerCase(Locale.ROOT), " ");
    for (String word : WORDS) {
      left = left.replace(word, " ");
    }
    left = withoutRuns(left);
    return (int) left.chars().filter(Character::isLetter).count() + (int) signsInside(left);
  }

  /** Digits and signs between letters are no mere ending. */
  private static long signsInside(String left) {
    int first = -1;
    int last = -1;
    for (int i = 0; i < left.length(); i++) {
      if (Character.isLetter(left.charAt(i))) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    return first < 0
        ? 0
        : left.substring(first, last)
            .chars()
            .filter(c -> !Character.isLetter(c) && c != ' ')
            .count();
  }

  /** Three and more of a row of the keyboard or the alphabet, either way, or of the same. */
  private static String withoutRuns(String text) {
    StringBuilder left = new StringBuilder();
    for (int i = 0; i < text.length(); ) {
      int run = run(text, i);
      if (run >= 3) {
        left.append(' ');
        i += run;
      } else {
        left.append(text.charAt(i++));
      }
    }
    return left.toString();
  }

  private static int run(String text, int from) {
    int longest = 1;
    while (from + longest < text.length() && text.charAt(from + longest) == text.charAt(from)) {
      longest++;
    }
    for (String row : ROWS) {
      String back = new StringBuilder(row).reverse().toString();
      longest = Math.max(longest, Math.max(along(text, from, row), along(text, from, back)));
    }
    return longest;
  }

  private static int along(String text, int from, String row) {
    int at = row.indexOf(text.charAt(from));
    int length = 0;
    while (at >= 0
        && from + length < text.length()
        && at + length < row.length()
        && text.charAt(from + length) == row.charAt(at + length)) {
      length++;
    }
    return length;
  }

  private static boolean periodic(String text) {
    for (int period = 1; period <= text.length() / 2; period++) {
      if (text.substring(period).equals(text.substring(0, text.length() - period))) {
        return true;
      }
    }
    return false;
  }
}
