package cn.zhitong.assistant.question;

import cn.zhitong.assistant.citation.Citation;
import cn.zhitong.assistant.retrieval.Hit;
import cn.zhitong.common.cache.LeastRecentlyUsed;
import cn.zhitong.common.embedding.AnswerReader;
import cn.zhitong.common.embedding.ReaderPassage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/** The cross-encoder that ships, for as many questions at once as the machine keeps up with. */
final class EncoderPassageReader implements PassageReader {
  /** Nearest that a probability comes to 0 or 1: an answer is never certain. */
  private static final double EDGE = 1e-4;

  private static final Pattern ISSUED_ON = Pattern.compile("[^《》（(\\d]{2,80}?关于");

  /** Readings kept: some 600 questions' windows, about 1 KB each. */
  private static final int KEPT = 4096;

  private final AnswerReader reader;
  private final Semaphore places;
  private final BooleanSupplier busy;
  private final LeastRecentlyUsed<Read, Float> known = new LeastRecentlyUsed<>(KEPT);

  /** What a reading depends on, and nothing else: it stays true whatever the library becomes. */
  private record Read(String question, ReaderPassage passage) {}

  /** One that no requests wait for. */
  EncoderPassageReader(AnswerReader reader, int atOnce) {
    this(reader, atOnce, () -> false);
  }

  /**
   * @param atOnce questions read at the same time; further ones are not read
   * @param busy whether so many requests wait that reading would make them wait too long
   */
  EncoderPassageReader(AnswerReader reader, int atOnce, BooleanSupplier busy) {
    this.reader = reader;
    this.places = new Semaphore(atOnce);
    this.busy = busy;
  }

  @Override
  public boolean available() {
    return true;
  }

  /** What has been read before is not read again, and is known however busy the machine is. */
  @Override
  public Optional<float[]> score(String question, List<Hit> passages) {
    List<ReaderPassage> asked =
        passages.stream()
            .map(hit -> new ReaderPassage(title(hit), hit.headings(), hit.text()))
            .toList();
    float[] odds = new float[asked.size()];
    List<Integer> unread = new ArrayList<>();
    for (int i = 0; i < odds.length; i++) {
      Float before = known.get(new Read(question, asked.get(i)));
      if (before == null) {
        unread.add(i);
      } else {
        odds[i] = before;
      }
    }
    return unread.isEmpty() || read(question, asked, unread, odds)
        ? Optional.of(odds)
        : Optional.empty();
  }

  /** False where the machine is too busy to read. */
  private boolean read(
      String question, List<ReaderPassage> asked, List<Integer> unread, float[] odds) {
    if (busy.getAsBoolean() || !places.tryAcquire()) {
      return false;
    }
    try {
      List<AnswerReader.Reading> readings =
          reader.read(question, unread.stream().map(asked::get).toList());
      for (int i = 0; i < readings.size(); i++) {
        double p = Math.min(1 - EDGE, Math.max(EDGE, readings.get(i).probability()));
        int window = unread.get(i);
        odds[window] = (float) Math.log(p / (1 - p));
        known.put(new Read(question, asked.get(window)), odds[window]);
      }
      return true;
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
