package cn.zhitong.common.text;

import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts text into what is looked up: HanLP's index words (long words with the words inside them),
 * pairs of neighbouring characters, and single characters. Normal forms live here only: full-width
 * letters and digits become half-width, letters lower case; stored text is never changed.
 * Thread-safe.
 */
public final class Words {
  private Words() {}

  /** Index words in order, each with the shorter words inside it; punctuation is left out. */
  public static List<String> words(String text) {
    String folded = fold(text);
    List<String> words = new ArrayList<>(folded.length());
    for (Term term : Tokenizer.INDEX.cut(folded)) {
      if (Character.isLetterOrDigit(term.word.codePointAt(0))) {
        words.add(term.word);
      }
    }
    return words;
  }

  /** Pairs of neighbouring Chinese characters; a run of letters or digits is one token. */
  public static List<String> bigrams(String text) {
    List<String> bigrams = new ArrayList<>(text.length());
    String last = null;
    for (String token : characters(text)) {
      boolean joins = last != null && last.length() == 1 && token.length() == 1;
      if (joins && isHan(last.charAt(0)) && isHan(token.charAt(0))) {
        bigrams.add(last + token);
      } else if (!token.isEmpty() && !isHan(token.charAt(0))) {
        bigrams.add(token);
      }
      last = token;
    }
    return bigrams;
  }

  /** Runs of three Chinese characters: what is said in the same words, word for word. */
  public static List<String> trigrams(String text) {
    return runs(text, true);
  }

  /** The two tokens around each third one: the same words with one changed or left out between. */
  public static List<String> skips(String text) {
    return runs(text, false);
  }

  private static List<String> runs(String text, boolean whole) {
    List<String> tokens = characters(text);
    List<String> runs = new ArrayList<>(tokens.size());
    for (int i = 2; i < tokens.size(); i++) {
      String first = tokens.get(i - 2);
      String middle = tokens.get(i - 1);
      String last = tokens.get(i);
      if (first.isEmpty() || middle.isEmpty() || last.isEmpty()) {
        continue;
      }
      if (!whole) {
        runs.add(first + "_" + last);
      } else if (first.length() == 1 && middle.length() == 1 && last.length() == 1) {
        runs.add(first + middle + last);
      }
    }
    return runs;
  }

  /** Single Chinese characters and whole runs of letters or digits; punctuation is left out. */
  public static List<String> singles(String text) {
    List<String> singles = characters(text);
    singles.removeIf(String::isEmpty);
    return singles;
  }

  /** Tokens in order; an empty one stands where punctuation or space parts its neighbours. */
  private static List<String> characters(String text) {
    String folded = fold(text);
    List<String> tokens = new ArrayList<>(folded.length());
    int i = 0;
    while (i < folded.length()) {
      char c = folded.charAt(i);
      int end = i + 1;
      if (isHan(c)) {
        tokens.add(folded.substring(i, end));
      } else if (Character.isLetterOrDigit(c)) {
        while (end < folded.length() && isWordPart(folded.charAt(end))) {
          end++;
        }
        tokens.add(folded.substring(i, end));
      } else if (!tokens.isEmpty() && !tokens.get(tokens.size() - 1).isEmpty()) {
        tokens.add("");
      }
      i = end;
    }
    return tokens;
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) && !isHan(c);
  }

  private static boolean isHan(char c) {
    return Character.isIdeographic(c);
  }

  /** Half-width and lower case; the length stays the same. */
  public static String fold(String text) {
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      char c = chars[i];
      if (c >= '\uFF01' && c <= '\uFF5E') {
        c = (char) (c - 0xFEE0);
      } else if (c == '\u3000') {
        c = ' ';
      }
      chars[i] = Character.toLowerCase(c);
    }
    return new String(chars);
  }
}
