package cn.zhitong.assistant.appeal;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.List;

/** HanLP's words. Its name recognition is off: it cuts departments' names in two. */
public final class HanLpWords {
  private static final Segment SEGMENT =
      HanLP.newSegment()
          .enableNameRecognize(false)
          .enableTranslatedNameRecognize(false)
          .enablePartOfSpeechTagging(false);

  private HanLpWords() {}

  /** Words in order, punctuation included, white space left out. */
  public static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    for (Term term : SEGMENT.seg(text)) {
      if (!term.word.isBlank()) {
        words.add(term.word);
      }
    }
    return words;
  }
}
