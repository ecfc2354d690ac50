package cn.zhitong.assistant.matching.tag;

import cn.zhitong.assistant.matching.condition.Condition;
import java.time.Instant;
import java.util.UUID;

/** A named condition: an enterprise that meets it bears the name. */
public record EnterpriseTag(
    UUID id, String name, int version, Condition conditions, Instant updatedAt) {}
