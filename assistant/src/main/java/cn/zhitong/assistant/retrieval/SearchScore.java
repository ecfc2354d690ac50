package cn.zhitong.assistant.retrieval;

import java.util.UUID;

/** A passage or policy with what one search says of it. */
record SearchScore(UUID id, double score) {}
