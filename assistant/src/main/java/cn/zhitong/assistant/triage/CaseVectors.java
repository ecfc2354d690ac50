package cn.zhitong.assistant.triage;

import cn.zhitong.assistant.appeal.AppealDocument;
import cn.zhitong.assistant.appeal.AppealDocuments;
import cn.zhitong.assistant.appeal.AppealText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The vectors of cases, by which appeals of one matter are found: those that were kept when a case
 * was filed, and for the others made anew.
 */
@ApplicationScoped
public class CaseVectors {
  /** Embedded in one go: enough to fill the model's batches, few enough to hold the texts. */
  private static final int BATCH = 256;

  private final CaseVectorStore store;
  private final AppealDocuments documents;

  CaseVectors(CaseVectorStore store, AppealDocuments documents) {
    this.store = store;
    this.documents = documents;
  }

  /** Which model the vectors are of. */
  public String modelId() {
    return documents.modelId();
  }

  /**
   * @param texts of cases by their ids
   * @return for each of the ids a vector of about unit length
   */
  public Map<UUID, float[]> of(Map<UUID, AppealText> texts) {
    Map<UUID, float[]> vectors =
        new HashMap<>(store.vectors(List.copyOf(texts.keySet()), documents.modelId()));
    List<UUID> missing = texts.keySet().stream().filter(id -> !vectors.containsKey(id)).toList();
    List<float[]> made = of(missing.stream().map(texts::get).toList());
    for (int i = 0; i < missing.size(); i++) {
      vectors.put(missing.get(i), made.get(i));
    }
    return vectors;
  }

  /** Of texts that are nobody's case as they stand; made anew. */
  public List<float[]> of(List<AppealText> texts) {
    List<float[]> vectors = new ArrayList<>();
    for (int first = 0; first < texts.size(); first += BATCH) {
      documents.of(texts.subList(first, Math.min(texts.size(), first + BATCH))).stream()
          .map(AppealDocument::vector)
          .forEach(vectors::add);
    }
    return vectors;
  }
}
