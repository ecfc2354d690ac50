package cn.zhitong.assistant.policy;

import cn.zhitong.assistant.web.Problem;
import cn.zhitong.ingest.policy.PolicyMetadata;
import cn.zhitong.ingest.read.SourceFile;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Map;

/**
 * An uploaded file with what its publisher said about it.
 *
 * @param source {@code upload} unless the publisher names one
 */
record Upload(String source, SourceFile file, PolicyMetadata given) {
  static final long MAX_BYTES = 50L << 20;

  /**
   * @param spooled where the bytes lie
   * @param name the upload's file name, perhaps with folders
   * @param metadata JSON or null
   */
  static Upload of(Path spooled, String name, long bytes, String metadata, ObjectMapper json) {
    checkSize(name, bytes);
    String base = baseName(name);
    JsonNode node = parse(metadata, json);
    String externalId = text(node, "externalId", base);
    try {
      PolicyMetadata given = json.treeToValue(node, MetadataBody.class).toMetadata();
      String source = text(node, "source", "upload");
      return new Upload(source, new SourceFile(externalId, base, spooled), given);
    } catch (JsonProcessingException e) {
      throw invalid("日期写成 2025-04-20，主题和行业写成数组：" + e.getOriginalMessage());
    } catch (IllegalArgumentException e) {
      throw invalid("level、kind、status 须为接口说明所列的取值：" + e.getMessage());
    }
  }

  static void checkSize(String name, long bytes) {
    if (bytes > MAX_BYTES) {
      throw new Problem.TooLarge("文件“" + baseName(name) + "”超过 50 MB，请压缩图片或拆分后再上传。");
    }
    if (bytes == 0) {
      throw new Problem.UnreadableFile("文件“" + baseName(name) + "”是空的，请检查后重新上传。", Map.of());
    }
  }

  private static JsonNode parse(String metadata, ObjectMapper json) {
    if (metadata == null || metadata.isBlank()) {
      return json.createObjectNode();
    }
    try {
      JsonNode node = json.readTree(metadata);
      if (node.isObject()) {
        return node;
      }
    } catch (JsonProcessingException e) {
      throw invalid("不是完整的 JSON，请检查引号和逗号。");
    }
    throw invalid("须为 JSON 对象，如 {\"issuer\": \"省工信厅\"}。");
  }

  private static Problem.InvalidRequest invalid(String detail) {
    return new Problem.InvalidRequest("metadata 有误：" + detail);
  }

  private static String text(JsonNode node, String field, String otherwise) {
    String value = node.path(field).asText("").strip();
    return value.isEmpty() ? otherwise : value;
  }

  /** Some browsers send a path; what lies outside the name is not ours to know. */
  private static String baseName(String name) {
    String plain = name == null ? "" : name.strip().replace('\\', '/');
    String base = plain.substring(plain.lastIndexOf('/') + 1);
    return base.isEmpty() ? "未命名" : base;
  }
}
