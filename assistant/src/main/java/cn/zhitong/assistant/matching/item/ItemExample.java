package cn.zhitong.assistant.matching.item;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A file that a rule has to come out right on.
 *
 * @param expected {@code met}, {@code not_met} or {@code unknown}
 */
public record ItemExample(
    String name,
    String expected,
    JsonNode facts,
    JsonNode closedFields,
    JsonNode closedRegisters,
    String asOf) {}
