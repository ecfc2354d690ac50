package cn.zhitong.assistant.triage;

import cn.zhitong.common.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads the vectors that were kept of cases of late. */
@ApplicationScoped
class CaseVectorStore {
  private static final String VECTORS =
      """
      select case_id, vector from assistant.triage_recent
       where model = ? and case_id = any (?::uuid[])
      """;

  private final Jdbc jdbc;

  CaseVectorStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  private record Kept(UUID caseId, byte[] vector) {}

  Map<UUID, float[]> vectors(List<UUID> ids, String model) {
    Map<UUID, float[]> vectors = new HashMap<>();
    jdbc.query(
            VECTORS,
            row -> new Kept(row.getObject("case_id", UUID.class), row.getBytes("vector")),
            model,
            ids.stream().map(UUID::toString).toList())
        .forEach(kept -> vectors.put(kept.caseId(), unit(kept.vector())));
    return vectors;
  }

  private static float[] unit(byte[] bytes) {
    double square = 0;
    for (byte b : bytes) {
      square += b * b;
    }
    float[] vector = new float[bytes.length];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) (bytes[i] / Math.max(1, Math.sqrt(square)));
    }
    return vector;
  }
}
