package cn.zhitong.assistant.duplicates;

import java.util.UUID;

/**
 * A case that says nearly the same.
 *
 * @param similarity of the texts, 0 to 1; 1 for the same text
 */
public record DuplicateCase(UUID caseId, double similarity) {}
