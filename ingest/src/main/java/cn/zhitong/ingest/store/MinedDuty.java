package cn.zhitong.ingest.store;

import cn.zhitong.ingest.policy.DutyRole;
import cn.zhitong.ingest.policy.PolicyId;

/**
 * A duty that a responsibility bracket of a stored policy gives a department.
 *
 * @param policyTitle title for pages
 * @param region of the policy, GB/T 2260; may be null
 * @param clause path; null where the text has no outline
 * @param clauseText the clause's verbatim text, sub-clauses and brackets included
 * @param department as the text names it, shared prefix expanded
 * @param validity of the policy
 */
public record MinedDuty(
    PolicyId policyId,
    String policyTitle,
    String documentNumber,
    String region,
    String clause,
    String heading,
    String clauseText,
    String department,
    DutyRole role,
    Validity validity) {}
