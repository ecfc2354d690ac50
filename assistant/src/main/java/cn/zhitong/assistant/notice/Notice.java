package cn.zhitong.assistant.notice;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that people outside are told of, once.
 *
 * @param kind e.g. {@code deadline.red}
 * @param key what makes it the same notice within its case and kind, e.g. the due day
 * @param department whose case it is, or null
 * @param subject one Chinese line
 * @param data for programs; neither text of the appeal nor personal data
 */
public record Notice(
    UUID caseId,
    String kind,
    String key,
    String department,
    String subject,
    JsonNode data,
    Instant at) {}
