package cn.zhitong.assistant.appeal;

import cn.zhitong.common.text.Tokenizer;
import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.List;

/** An appeal's words, as learned parts take them. */
public final class HanLpWords {
  private HanLpWords() {}

  /** Words in order, punctuation included, white space left out. */
  public static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    for (Term term : Tokenizer.FEATURES.cut(text)) {
      if (!term.word.isBlank()) {
        words.add(term.word);
      }
    }
    return words;
  }
}
