package cn.zhitong.training.reader;

import cn.zhitong.common.artefact.HeldOut;
import cn.zhitong.common.embedding.ReaderPassage;
import cn.zhitong.common.embedding.ReaderTokens;

/**
 * A question and a passage, and whether the passage answers it.
 *
 * @param question index of the question, by which its passages belong together; one of its own in
 *     all sources
 * @param source the written questions, or the name of a collection
 * @param style of the question
 * @param wanted 1 where the passage answers, 0 where not, between where it is on the matter
 * @param kind whether somebody wrote it or search found it
 * @param rank of a passage that was searched, from 0; -1 for one that somebody named
 * @param cosine of question and passage in the encoder; not a number where not searched
 */
record Example(
    int question,
    String source,
    String text,
    String style,
    ReaderPassage passage,
    ReaderTokens.Pair pair,
    double wanted,
    Kind kind,
    int rank,
    double cosine,
    HeldOut part) {
  enum Kind {
    /** Somebody named the clause, as answering or as not answering. */
    WRITTEN,
    /** Search found it for a question that another clause answers. */
    MINED,
    /** Search found it, and somebody read it and said whether it answers. */
    JUDGED
  }

  boolean answers() {
    return wanted == 1;
  }

  /** Whether search found it, so that it has a rank. */
  boolean isSearched() {
    return rank >= 0;
  }
}
