package cn.zhitong.ingest.store;

import cn.zhitong.common.json.StandardJson;
import cn.zhitong.ingest.policy.FieldSource;
import cn.zhitong.ingest.policy.OcrSpan;
import cn.zhitong.ingest.policy.SourcePage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.lang.reflect.Type;
import java.util.List;

/** Lists of records that are stored with a policy and never searched, as JSON. */
final class JsonColumns {
  private JsonColumns() {}

  static String write(List<?> records) {
    return StandardJson.write(records);
  }

  static List<FieldSource> fieldSources(String json) {
    return read(json, new TypeReference<>() {});
  }

  static List<SourcePage> pages(String json) {
    return read(json, new TypeReference<>() {});
  }

  static List<OcrSpan> ocrSpans(String json) {
    return read(json, new TypeReference<>() {});
  }

  /**
   * @param type of the list, with that of its elements
   */
  static Object read(String json, Type type) {
    try {
      return StandardJson.MAPPER.readValue(json, StandardJson.MAPPER.constructType(type));
    } catch (JsonProcessingException e) {
      throw unreadable(e);
    }
  }

  private static <T> List<T> read(String json, TypeReference<List<T>> type) {
    try {
      return StandardJson.MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw unreadable(e);
    }
  }

  private static IllegalStateException unreadable(JsonProcessingException e) {
    return new IllegalStateException("a JSON column that this program did not write", e);
  }
}
