package cn.zhitong.assistant.question;

import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Reads the JSON that a model was asked for, mending once what models get wrong about it. */
public final class ModelReply {
  private ModelReply() {}

  /** The object in the reply; empty when even the mended text is none. */
  public static Optional<JsonNode> object(String reply) {
    return parse(reply).or(() -> parse(mended(reply)));
  }

  private static Optional<JsonNode> parse(String text) {
    try {
      JsonNode node = StandardJson.MAPPER.readTree(text);
      return node != null && node.isObject() ? Optional.of(node) : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /**
   * Cuts what stands around the object (a code fence, thoughts, a greeting), takes out commas
   * before a closing bracket, and closes what a cut-off reply left open after its last complete
   * element.
   */
  private static String mended(String reply) {
    int open = reply.indexOf('{');
    if (open < 0) {
      return reply;
    }
    int close = reply.lastIndexOf('}');
    String object = close > open ? reply.substring(open, close + 1) : reply.substring(open);
    object = object.replaceAll(",\\s*([}\\]])", "$1");
    return object + closers(object);
  }

  private static String closers(String object) {
    StringBuilder open = new StringBuilder();
    boolean inText = false;
    for (int i = 0; i < object.length(); i++) {
      char c = object.charAt(i);
      if (inText) {
        i += c == '\\' ? 1 : 0;
        inText = c != '"';
      } else if (c == '"') {
        inText = true;
      } else if (c == '{' || c == '[') {
        open.append(c == '{' ? '}' : ']');
      } else if ((c == '}' || c == ']') && open.length() > 0) {
        open.setLength(open.length() - 1);
      }
    }
    return open.reverse().toString();
  }
}
