package cn.zhitong.assistant.question;

import cn.zhitong.assistant.citation.Citation;
import cn.zhitong.assistant.retrieval.Hit;
import cn.zhitong.common.embedding.AnswerReader;
import cn.zhitong.common.embedding.ReaderPassage;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;

/** The cross-encoder that ships, for as many questions at once as the machine keeps up with. */
final class EncoderPassageReader implements PassageReader {
  /** Nearest that a probability comes to 0 or 1: an answer is never certain. */
  private static final double EDGE = 1e-4;

  private static final Pattern ISSUED_ON = Pattern.compile("[^《》（(\\d]{2,80}?关于");

  private final AnswerReader reader;
  private final Semaphore places;

  /**
   * @param atOnce questions read at the same time; further ones are not read
   */
  EncoderPassageReader(AnswerReader reader, int atOnce) {
    this.reader = reader;
    this.places = new Semaphore(atOnce);
  }

  @Override
  public boolean available() {
    return true;
  }

  @Override
  public Optional<float[]> score(String question, List<Hit> passages) {
    if (!places.tryAcquire()) {
      return Optional.empty();
    }
    try {
      List<AnswerReader.Reading> readings =
          reader.read(
              question,
              passages.stream()
                  .map(hit -> new ReaderPassage(title(hit), hit.headings(), hit.text()))
                  .toList());
      float[] odds = new float[readings.size()];
      for (int i = 0; i < odds.length; i++) {
        double p = Math.min(1 - EDGE, Math.max(EDGE, readings.get(i).probability()));
        odds[i] = (float) Math.log(p / (1 - p));
      }
      return Optional.of(odds);
    } finally {
      places.release();
    }
  }

  /**
   * Of a title that begins with its issuers, place and matter alone: the reader sees the beginning
   * of a title, and three offices' names would be all of it.
   */
  private static String title(Hit hit) {
    String title = Citation.titleOf(hit);
    return ISSUED_ON.matcher(title).lookingAt() ? PolicyTopic.named(title, hit.issuer()) : title;
  }
}
