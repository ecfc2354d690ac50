package cn.zhitong.ingest.store;

import cn.zhitong.ingest.policy.PolicyId;

/**
 * A text that is the attachment of a policy.
 *
 * @param attachment the attachment
 * @param parent the policy that it belongs to
 * @param label as printed, e.g. 附件1
 * @param ownTitle its title without the policy's; may be null
 * @param title as pages show it
 * @param parentTitle the policy's title as pages show it
 */
public record PolicyAttachment(
    PolicyId attachment,
    PolicyId parent,
    String label,
    String ownTitle,
    String title,
    String parentTitle) {}
