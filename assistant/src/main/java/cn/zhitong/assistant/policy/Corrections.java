package cn.zhitong.assistant.policy;

import cn.zhitong.assistant.retrieval.Retrieval;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.ingest.Ingest;
import cn.zhitong.ingest.policy.FieldSource;
import cn.zhitong.ingest.policy.PolicyMetadata;
import cn.zhitong.ingest.store.StoredPolicy;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Corrects the metadata of what is published; the text stays. */
@ApplicationScoped
class Corrections {
  private final Ingest ingest;
  private final Instance<Retrieval> retrieval;
  private final ObjectMapper json;

  Corrections(Ingest ingest, Instance<Retrieval> retrieval, ObjectMapper json) {
    this.ingest = ingest;
    this.retrieval = retrieval;
    this.json = json;
  }

  /**
   * Lays the changed fields over what is stored (RFC 7396: null clears, what is absent stays).
   *
   * @throws Problem when a field or value is unknown, or nothing would change
   */
  void correct(StoredPolicy stored, JsonNode changes) {
    if (stored.entry().withdrawn()) {
      throw new Problem.Conflict("这份政策已经撤回，不能再改正；需要时请重新发布。", Map.of());
    }
    ObjectNode present = json.valueToTree(MetadataBody.of(stored.metadata()));
    Set<String> changed = changed(present, changes);
    present.setAll((ObjectNode) changes);
    ingest.correct(stored, metadata(present), sources(stored, changed));
    retrieval.stream().findFirst().ifPresent(Retrieval::catchUp);
  }

  private static Set<String> changed(ObjectNode present, JsonNode changes) {
    if (changes == null || !changes.isObject() || changes.isEmpty()) {
      throw new Problem.InvalidRequest("请给出要改正的字段，如 {\"effectiveTo\": \"2027-12-31\"}；null 表示清空。");
    }
    Set<String> changed = new TreeSet<>();
    changes
        .fields()
        .forEachRemaining(
            field -> {
              if (!present.has(field.getKey()) || field.getKey().equals("displayTitle")) {
                throw new Problem.InvalidRequest("没有“" + field.getKey() + "”这个可以改正的字段，字段见接口说明。");
              }
              if (!field.getValue().equals(present.get(field.getKey()))) {
                changed.add(field.getKey());
              }
            });
    if (changed.isEmpty()) {
      throw new Problem.InvalidRequest("所给的内容与现有的相同，没有需要改正的。");
    }
    return changed;
  }

  private PolicyMetadata metadata(ObjectNode node) {
    if (node.path("kind").asText("").isBlank() || node.path("kind").isNull()) {
      throw new Problem.InvalidRequest("kind（种类）不能为空。");
    }
    try {
      return json.treeToValue(node, MetadataBody.class).toMetadata();
    } catch (JsonProcessingException e) {
      throw new Problem.InvalidRequest("日期写成 2025-04-20，主题和行业写成数组：" + e.getOriginalMessage());
    } catch (IllegalArgumentException e) {
      throw new Problem.InvalidRequest("level、kind、status 须为接口说明所列的取值：" + e.getMessage());
    }
  }

  private static List<FieldSource> sources(StoredPolicy stored, Set<String> changed) {
    List<FieldSource> sources = new ArrayList<>();
    stored.sources().stream()
        .filter(source -> !changed.contains(source.field()))
        .forEach(sources::add);
    changed.forEach(field -> sources.add(new FieldSource(field, "given", null, null, "发布后改正")));
    return sources;
  }
}
