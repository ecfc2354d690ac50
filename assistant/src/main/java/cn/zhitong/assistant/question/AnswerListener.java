package cn.zhitong.assistant.question;

import cn.zhitong.assistant.citation.Citation;
import cn.zhitong.assistant.citation.CitedSentence;
import java.util.List;

/** Told about an answer while it is made. */
public interface AnswerListener {

  /** For callers that only want the end. */
  AnswerListener NONE =
      new AnswerListener() {
        @Override
        public void stage(String name) {}

        @Override
        public void sentence(CitedSentence sentence) {}

        @Override
        public boolean cancelled() {
          return false;
        }
      };

  /** A stage begins: {@code screen, rewrite, retrieve, read, compose, verify, record}. */
  void stage(String name);

  /** Clauses that may be on the matter are known; an answer may still follow. */
  default void related(List<Citation> clauses) {}

  /** A sentence passed the verifier. */
  void sentence(CitedSentence sentence);

  /** Whether nobody waits for the answer any more; asked between stages and sentences. */
  boolean cancelled();
}
