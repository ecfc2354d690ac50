package cn.zhitong.training.reader;

import cn.zhitong.common.artefact.HeldOut;
import cn.zhitong.common.embedding.ReaderPassage;
import cn.zhitong.common.embedding.ReaderTokens;

/**
 * A question and a passage, and whether the passage answers it.
 *
 * @param question index of the question in the file, by which its passages belong together
 * @param style of the question
 * @param kind whether somebody wrote it or search found it
 * @param rank of a passage that was searched, from 0; -1 for one that somebody named
 * @param cosine of question and passage in the encoder; not a number where not searched
 */
record Example(
    int question,
    String text,
    String style,
    ReaderPassage passage,
    ReaderTokens.Pair pair,
    boolean answers,
    Kind kind,
    int rank,
    double cosine,
    HeldOut part) {
  enum Kind {
    /** Somebody named the clause, as answering or as not answering. */
    WRITTEN,
    /** Search found it for a question that another clause answers. */
    MINED
  }
}
