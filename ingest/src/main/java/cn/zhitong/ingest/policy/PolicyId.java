package cn.zhitong.ingest.policy;

import cn.zhitong.common.jdbc.Ids;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** Id of a stored policy (UUIDv7, made in Java). */
public record PolicyId(UUID value) {
  public PolicyId {
    Objects.requireNonNull(value, "value");
  }

  public static PolicyId create() {
    return new PolicyId(Ids.next());
  }

  /**
   * @throws IllegalArgumentException when the text is not a UUID
   */
  @JsonCreator
  public static PolicyId parse(String text) {
    return new PolicyId(UUID.fromString(text));
  }

  @JsonValue
  @Override
  public String toString() {
    return value.toString();
  }
}
