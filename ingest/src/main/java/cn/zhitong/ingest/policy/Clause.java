package cn.zhitong.ingest.policy;

import java.util.List;

/**
 * A node of a policy's outline, in document order.
 *
 * @param path numerals as printed, brackets half-width, joined by 、 ({@code 二、(三)}, {@code
 *     第三章、第十二条}); null for the one clause of a text without outline, and for preambles
 * @param heading the clause's heading without its numeral; empty where it has none
 * @param depth 0 for the outermost numerals
 * @param parent index of the parent in the list of clauses, or -1
 * @param start offset of the numeral in the stored text, in UTF-16 chars
 * @param end exclusive end offset; a clause ends where its next sibling starts (children are
 *     inside)
 */
public record Clause(
    String path,
    String heading,
    int depth,
    int parent,
    int start,
    int end,
    List<Responsibility> responsibilities) {
  public Clause {
    responsibilities = List.copyOf(responsibilities);
  }
}
