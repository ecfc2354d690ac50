package cn.zhitong.assistant.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** A service's interface as whoever holds the administrator's token calls it. */
public interface AdministratorApi {
  JsonNode get(String path) throws IOException, InterruptedException;

  JsonNode post(String path, JsonNode body) throws IOException, InterruptedException;

  JsonNode put(String path, JsonNode body) throws IOException, InterruptedException;

  /** A body of JSON Lines. */
  JsonNode postLines(String path, String lines) throws IOException, InterruptedException;

  /**
   * Once, however often it is sent.
   *
   * @param key of the request
   */
  default JsonNode postOnce(String path, JsonNode body, String key)
      throws IOException, InterruptedException {
    return post(path, body);
  }

  /**
   * Acts on a case or an application as it stands.
   *
   * @param path of the case, or of the application
   * @return seq of the event
   */
  default int act(String path, ObjectNode event) throws IOException, InterruptedException {
    event.put("basedOn", get(path).path("version").asInt());
    return post(path + "/events", event).path("version").asInt();
  }
}
