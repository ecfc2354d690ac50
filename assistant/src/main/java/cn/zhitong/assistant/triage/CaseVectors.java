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
    for (int first = 0; first < missing.size(); first += BATCH) {
      List<UUID> ids = missing.subList(first, Math.min(missing.size(), first + BATCH));
      List<AppealText> batch = new ArrayList<>();
      ids.forEach(id -> batch.add(texts.get(id)));
      List<AppealDocument> made = documents.of(batch);
      for (int i = 0; i < ids.size(); i++) {
        vectors.put(ids.get(i), made.get(i).vector());
      }
    }
    return vectors;
  }
}
