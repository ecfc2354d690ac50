package cn.zhitong.assistant.question;

import cn.zhitong.assistant.retrieval.Hit;
import java.util.List;
import java.util.Optional;

/**
 * Reads a question and passages together and says of each whether it answers. Slow beside all else,
 * so that it is asked of few passages, and may decline when the machine is busy.
 */
public interface PassageReader {

  /** None: decisions rest on search scores and shared words. */
  PassageReader NONE =
      new PassageReader() {
        @Override
        public boolean available() {
          return false;
        }

        @Override
        public Optional<float[]> score(String question, List<Hit> passages) {
          return Optional.empty();
        }
      };

  /** Whether there is a reader at all. */
  boolean available();

  /**
   * Log-odds, by passage, that it answers the question; empty when the machine is too busy to read.
   *
   * @param passages at most {@link AnswerabilityModel#WINDOWS}
   */
  Optional<float[]> score(String question, List<Hit> passages);
}
