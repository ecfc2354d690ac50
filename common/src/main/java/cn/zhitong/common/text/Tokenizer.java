package cn.zhitong.common.text;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.List;

/**
 * The set-ups in which HanLP cuts Chinese text into words, one of each for the whole program. They
 * are our own: anybody can reconfigure HanLP's shared {@code StandardTokenizer}, and what is
 * learned or indexed rests on each staying as it is. Thread-safe.
 */
public enum Tokenizer {
  /**
   * Long words with the words inside them, for the index. Names are recognised by dictionaries of
   * ours, so HanLP's name models would only cost time.
   */
  INDEX(
      HanLP.newSegment()
          .enableIndexMode(true)
          .enableAllNamedEntityRecognize(false)
          .enablePartOfSpeechTagging(false)),

  /** Words as features of learned parts. Name recognition is off: it cuts departments in two. */
  FEATURES(
      HanLP.newSegment()
          .enableNameRecognize(false)
          .enableTranslatedNameRecognize(false)
          .enablePartOfSpeechTagging(false)),

  /** Words of a question with their parts of speech, as HanLP is set up by itself. */
  QUESTION(HanLP.newSegment()),

  /** People, places and organisations with their offsets. */
  NAMES(
      HanLP.newSegment()
          .enableNameRecognize(true)
          .enablePlaceRecognize(true)
          .enableOrganizationRecognize(true)
          .enableOffset(true));

  private final Segment segment;

  Tokenizer(Segment segment) {
    this.segment = segment;
  }

  /** In order, white space and punctuation included; offsets are set by {@link #NAMES} alone. */
  public List<Term> cut(String text) {
    return segment.seg(text);
  }
}
