package cn.zhitong.ingest.policy;

/**
 * The unit that is searched: a clause, or a part of a long one.
 *
 * @param clause index in the policy's list of clauses
 * @param path the clause's path, null where the text has no outline
 * @param headings heading path for the index: headings of the enclosing clauses, joined by a space
 * @param start offset in the stored text, in UTF-16 chars; text is {@code stored.substring(start,
 *     end)}
 * @param end exclusive end offset
 * @param text the verbatim text; a table's continued part is led in the index by its header, which
 *     is in {@code headings}, never in the text
 */
public record Passage(int clause, String path, String headings, int start, int end, String text) {}
