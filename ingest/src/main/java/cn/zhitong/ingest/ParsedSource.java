package cn.zhitong.ingest;

import cn.zhitong.ingest.policy.ParsedPolicy;

/**
 * A policy that was recognised but not stored.
 *
 * @param externalId identity that it would have
 */
public record ParsedSource(String externalId, ParsedPolicy policy) {}
