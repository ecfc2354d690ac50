package cn.zhitong.assistant.question;

import java.util.UUID;

/**
 * An answer with what it was recorded under.
 *
 * @param support calibrated probability that the texts answer the question, NaN where the pipeline
 *     ended before it was computed
 * @param tookMillis wall time from the question's arrival to the last verified sentence
 */
public record Reply(UUID id, UUID conversationId, Answer answer, double support, long tookMillis) {}
