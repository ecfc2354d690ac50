package cn.zhitong.assistant.duplicates;

import cn.zhitong.assistant.appeal.AppealDocument;
import cn.zhitong.assistant.appeal.AppealDocuments;
import cn.zhitong.assistant.appeal.AppealText;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Finds repeats among the cases of the last 90 days, for 并单. Casework tells it of every case that
 * is filed; it keeps fingerprints, not texts, and looks them up by {@link LshKeys}, so that a
 * million stored cases cost no more than a thousand.
 */
@ApplicationScoped
public class DuplicateIndex {
  static final Duration WINDOW = Duration.ofDays(90);

  /** Share of words in common from which two appeals are about one thing. */
  static final double LIKE_WORDS = .6;

  /** bge's cosine from which they are, in other words. */
  static final double LIKE_MEANING = .94;

  private static final int SHOWN = 5;
  private static final int REKEYED_AT_ONCE = 500;

  private final DuplicateStore store;
  private final AppealDocuments documents;
  private final Clock clock;

  @Inject
  DuplicateIndex(DuplicateStore store, AppealDocuments documents, Clock clock) {
    this.store = store;
    this.documents = documents;
    this.clock = clock;
  }

  /**
   * Cases that were stored before keys were; of those the text is not known any more, so that they
   * are found as like, never as the same.
   */
  void rekey(@Observes StartupEvent started) {
    List<DuplicateStore.Print> old = store.unkeyed(REKEYED_AT_ONCE);
    while (!old.isEmpty()) {
      for (DuplicateStore.Print print : old) {
        store.key(print.caseId(), likeness(MinHashSignature.of(print.sketch()), print.vector()));
      }
      old = store.unkeyed(REKEYED_AT_ONCE);
    }
  }

  /** Remembers a case that was filed, or its text when it changed. */
  public void remember(UUID caseId, AppealText appeal) {
    AppealDocument document = documents.of(appeal);
    if (!telling(document)) {
      store.forget(caseId);
      return;
    }
    Instant askedAt = appeal.askedAt() == null ? clock.instant() : appeal.askedAt();
    store.put(print(caseId, askedAt, document), documents.modelId());
  }

  /**
   * Orders that came without a text share a title like 咨询: that makes none the repeat of another.
   */
  private static boolean telling(AppealDocument document) {
    return !document.body().isBlank();
  }

  static DuplicateStore.Print print(UUID caseId, Instant askedAt, AppealDocument document) {
    MinHashSignature sketch = MinHashSignature.of(document.text());
    byte[] vector = quantised(document.vector());
    List<Long> keys = new ArrayList<>(likeness(sketch, vector));
    keys.addAll(PrefixKeys.stored(document));
    return new DuplicateStore.Print(caseId, askedAt, vector, sketch.bytes(), keys);
  }

  /** Of the stored bytes, so that a key is the same whenever it is made. */
  private static List<Long> likeness(MinHashSignature sketch, byte[] vector) {
    float[] values = new float[vector.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = vector[i] / STEPS;
    }
    return LshKeys.of(sketch, values);
  }

  /** Forgets a case: erased or withdrawn. */
  public void forget(UUID caseId) {
    store.forget(caseId);
  }

  /**
   * Cases of the 90 days before, most similar first.
   *
   * @param same the same appeal again: to be merged
   * @param like about the same matter by words or meaning: to be looked at
   */
  public record Repeats(List<DuplicateCase> same, List<DuplicateCase> like) {}

  public Repeats repeats(AppealDocument document, Instant askedAt) {
    if (!telling(document)) {
      return new Repeats(List.of(), List.of());
    }
    MinHashSignature sketch = MinHashSignature.of(document.text());
    byte[] vector = quantised(document.vector());
    Set<Long> heads = Set.copyOf(PrefixKeys.asked(document));
    List<Long> keys = new ArrayList<>(likeness(sketch, vector));
    keys.addAll(heads);
    List<DuplicateCase> same = new ArrayList<>();
    List<DuplicateCase> like = new ArrayList<>();
    for (DuplicateStore.Print known :
        store.sharing(keys, documents.modelId(), askedAt.minus(WINDOW), askedAt)) {
      double text = sketch.similarity(MinHashSignature.of(known.sketch()));
      double meaning = cosine(vector, known.vector());
      DuplicateCase found = new DuplicateCase(known.caseId(), rounded(Math.max(text, meaning)));
      if (known.keys().stream().anyMatch(heads::contains)) {
        same.add(found);
      } else if (like(text, meaning)) {
        like.add(found);
      }
    }
    return new Repeats(best(same), best(like));
  }

  private static List<DuplicateCase> best(List<DuplicateCase> found) {
    return found.stream()
        .sorted(Comparator.comparingDouble(DuplicateCase::similarity).reversed())
        .limit(SHOWN)
        .toList();
  }

  /**
   * @param text share of words in common, see {@link MinHashSignature#similarity}
   * @param meaning cosine of the vectors
   */
  static boolean like(double text, double meaning) {
    return text >= LIKE_WORDS || meaning >= LIKE_MEANING;
  }

  /** Components of unit vectors of 512 dimensions seldom exceed .25: four times finer steps. */
  private static final float STEPS = 508;

  static byte[] quantised(float[] vector) {
    byte[] bytes = new byte[vector.length];
    for (int i = 0; i < vector.length; i++) {
      bytes[i] = (byte) Math.max(-127, Math.min(127, Math.round(vector[i] * STEPS)));
    }
    return bytes;
  }

  static double cosine(byte[] a, byte[] b) {
    if (a.length != b.length) {
      return 0;
    }
    int dot = 0;
    int aa = 0;
    int bb = 0;
    for (int i = 0; i < a.length; i++) {
      dot += a[i] * b[i];
      aa += a[i] * a[i];
      bb += b[i] * b[i];
    }
    return aa == 0 || bb == 0 ? 0 : dot / Math.sqrt((double) aa * bb);
  }

  private static double rounded(double similarity) {
    return Math.round(similarity * 1000) / 1000.0;
  }
}
