package cn.zhitong.assistant.web;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Map;

/** JSON form of a problem, also sent as an SSE {@code problem} event. */
public record ProblemBody(
    String type,
    String title,
    int status,
    String detail,
    @JsonIgnore Map<String, Object> extensions) {

  public static ProblemBody of(Problem problem) {
    return of(
        problem.type(),
        problem.title(),
        problem.status(),
        problem.getMessage(),
        problem.extensions());
  }

  static ProblemBody of(
      String type, String title, int status, String detail, Map<String, Object> extensions) {
    return new ProblemBody("urn:zhitong:problem:" + type, title, status, detail, extensions);
  }

  @JsonAnyGetter
  public Map<String, Object> extensionMembers() {
    return extensions;
  }
}
