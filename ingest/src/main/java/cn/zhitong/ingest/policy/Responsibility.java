package cn.zhitong.ingest.policy;

/**
 * A duty that a responsibility bracket gives a department.
 *
 * @param department as the text names it, the shared prefix expanded (省发改委、工信厅 → 省发改委, 省工信厅)
 * @param start offset of the bracket in the stored text, in UTF-16 chars
 * @param end exclusive end offset of the bracket
 */
public record Responsibility(String department, DutyRole role, int start, int end) {}
