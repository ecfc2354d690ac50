package cn.zhitong.ingest.store;

import cn.zhitong.ingest.policy.PolicyId;

/**
 * What is stored under an identity.
 *
 * @param digest of what was last saved under it
 * @param withdrawn whether a publisher took it out; the same contents do not bring it back
 */
public record KnownPolicy(PolicyId id, String digest, boolean withdrawn) {}
