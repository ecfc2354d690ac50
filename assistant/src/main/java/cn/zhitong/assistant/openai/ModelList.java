package cn.zhitong.assistant.openai;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The one model that clients may choose. */
@Schema(name = "ModelList")
record ModelList(String object, List<Model> data) {

  /**
   * @param created Unix seconds, fixed: nothing about it changes with the start
   */
  @Schema(name = "Model")
  record Model(String id, String object, long created, @JsonProperty("owned_by") String ownedBy) {}

  /** 2025-01-01T00:00:00Z. */
  private static final long CREATED = 1_735_689_600L;

  static Model one() {
    return new Model(Completion.MODEL, "model", CREATED, Completion.MODEL);
  }

  static ModelList all() {
    return new ModelList("list", List.of(one()));
  }
}
