package cn.zhitong.assistant.mcp;

import cn.zhitong.assistant.web.Problem;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkiverse.mcp.server.TextContent;
import io.quarkiverse.mcp.server.ToolResponse;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a tool answers: structured, and the same as text for clients that know no structure. Values
 * that are not there are left out, since the output schema says of what type a value is and clients
 * refuse a null. A problem is the tool's error, with the sentence of the HTTP interface alone.
 */
@Singleton
class ToolResults {
  private final ObjectMapper json;

  ToolResults(ObjectMapper json) {
    this.json = json;
  }

  ToolResponse of(Supplier<?> work) {
    try {
      JsonNode result = withoutNulls(json.valueToTree(work.get()));
      return new ToolResponse(
          false,
          List.of(new TextContent(json.writeValueAsString(result))),
          json.convertValue(result, Map.class),
          Map.of());
    } catch (Problem e) {
      return ToolResponse.error(e.getMessage());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("results are always JSON", e);
    }
  }

  private static JsonNode withoutNulls(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.properties().removeIf(field -> field.getValue().isNull());
    }
    node.forEach(ToolResults::withoutNulls);
    return node;
  }
}
