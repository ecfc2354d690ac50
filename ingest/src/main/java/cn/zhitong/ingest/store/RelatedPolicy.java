package cn.zhitong.ingest.store;

import cn.zhitong.ingest.policy.PolicyId;
import cn.zhitong.ingest.policy.PolicyKind;

/**
 * A published policy that has to do with another one.
 *
 * @param title for pages
 * @param relation {@code explained_by}, {@code ended_by_this}, {@code version} or {@code duplicate}
 */
public record RelatedPolicy(PolicyId id, String title, PolicyKind kind, String relation) {}
