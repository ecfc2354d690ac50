package cn.zhitong.assistant.mcp;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A clause, or the outline where none was asked for. Public for the tools' generated schemas.
 *
 * @param clause path as printed; null for the outline
 * @param text the stored text from start to end, subordinate clauses included; null likewise
 * @param outline paths with headings; null for a clause
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FoundClause(
    String policyId,
    String title,
    String documentNumber,
    String status,
    String clause,
    String text,
    Integer start,
    Integer end,
    List<Entry> outline) {

  /** A clause by its path and heading. */
  public record Entry(String path, String heading) {}
}
