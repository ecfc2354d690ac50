package cn.zhitong.assistant.question;

import cn.zhitong.assistant.citation.CitedSentence;

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

  /** A stage begins: {@code screen, rewrite, retrieve, compose, verify, record}. */
  void stage(String name);

  /** A sentence passed the verifier. */
  void sentence(CitedSentence sentence);

  /** Whether nobody waits for the answer any more; asked between stages and sentences. */
  boolean cancelled();
}
