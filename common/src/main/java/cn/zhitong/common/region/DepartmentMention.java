package cn.zhitong.common.region;

/**
 * A department named in a text.
 *
 * @param start offset in the text, in UTF-16 chars, of its prefix where it has one (省, 厦门市)
 * @param end exclusive end offset
 * @param printed as the text names it
 * @param canonical the full name: 省工信厅 → 省工业和信息化厅
 */
public record DepartmentMention(int start, int end, String printed, String canonical) {}
