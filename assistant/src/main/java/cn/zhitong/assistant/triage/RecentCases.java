package cn.zhitong.assistant.triage;

import cn.zhitong.assistant.triage.learn.Document;
import cn.zhitong.assistant.triage.learn.Sketch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * Finds repeats among the cases of the last 90 days, for 并单. Casework tells it of every case that
 * is filed; it keeps fingerprints, not texts.
 */
@ApplicationScoped
public class RecentCases {
  static final Duration WINDOW = Duration.ofDays(90);

  /** bge's cosine from which two letters are about the same incident; see docs/triage.md. */
  private static final double SAME_MEANING = .94;

  private static final int SHOWN = 5;
  private static final long REFRESH_SECONDS = 2;

  private final RecentStore store;
  private final Documents documents;
  private final Clock clock;
  private volatile Window window = new Window(List.of(), Instant.EPOCH);

  private record Window(List<Known> cases, Instant until) {}

  private record Known(UUID caseId, Instant askedAt, byte[] vector, Sketch sketch) {}

  @Inject
  RecentCases(RecentStore store, Documents documents, Clock clock) {
    this.store = store;
    this.documents = documents;
    this.clock = clock;
  }

  /** Remembers a case that was filed, or its text when it changed. */
  public void remember(UUID caseId, AppealText appeal) {
    Document document = documents.of(appeal);
    Instant askedAt = appeal.askedAt() == null ? clock.instant() : appeal.askedAt();
    store.put(
        new RecentStore.Print(
            caseId, askedAt, quantised(document.vector()), Sketch.of(document.text()).bytes()),
        documents.modelId());
    window = new Window(List.of(), Instant.EPOCH);
  }

  /** Forgets a case: erased or withdrawn. */
  public void forget(UUID caseId) {
    store.forget(caseId);
    window = new Window(List.of(), Instant.EPOCH);
  }

  /** Cases of the 90 days before {@code askedAt} that say the same, most similar first. */
  List<Suggestion.Duplicate> duplicates(Document document, Instant askedAt) {
    Sketch sketch = Sketch.of(document.text());
    byte[] vector = quantised(document.vector());
    List<Suggestion.Duplicate> found = new ArrayList<>();
    for (Known known : cases(askedAt)) {
      double text = sketch.similarity(known.sketch());
      double meaning = cosine(vector, known.vector());
      if (text >= Sketch.SAME || meaning >= SAME_MEANING) {
        found.add(new Suggestion.Duplicate(known.caseId(), rounded(Math.max(text, meaning))));
      }
    }
    found.sort(Comparator.comparingDouble(Suggestion.Duplicate::similarity).reversed());
    return List.copyOf(found.subList(0, Math.min(SHOWN, found.size())));
  }

  private List<Known> cases(Instant askedAt) {
    Instant now = clock.instant();
    if (askedAt.isBefore(now.minus(Duration.ofDays(1)))) {
      return read(askedAt);
    }
    Window present = window;
    if (now.isAfter(present.until())) {
      present = new Window(read(now), now.plusSeconds(REFRESH_SECONDS));
      window = present;
    }
    return present.cases();
  }

  private List<Known> read(Instant until) {
    return store.between(documents.modelId(), until.minus(WINDOW), until).stream()
        .map(p -> new Known(p.caseId(), p.askedAt(), p.vector(), Sketch.of(p.sketch())))
        .toList();
  }

  private static byte[] quantised(float[] vector) {
    byte[] bytes = new byte[vector.length];
    for (int i = 0; i < vector.length; i++) {
      bytes[i] = (byte) Math.max(-127, Math.min(127, Math.round(vector[i] * 508)));
    }
    return bytes;
  }

  private static double cosine(byte[] a, byte[] b) {
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
