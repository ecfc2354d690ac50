package cn.zhitong.assistant.reply;

import cn.zhitong.assistant.citation.Citation;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A proposed reply, as {@code POST /api/cases/{id}/draft} returns it and as its event keeps it. */
@Schema(description = "拟答复")
public record Draft(
    List<Block> blocks,
    List<Source> citations,
    List<Check> checks,
    @Schema(description = "全文，供编辑；其中【…】为须由承办单位填写之处") String text,
    @Schema(description = "generated 由模型起草，extractive 摘自政策原文；没有可引用的依据时为 null") String mode) {

  /** Parts of the official form. */
  enum Kind {
    SALUTATION,
    OPENING,
    HEADING,
    CONTENT,
    THANKS,
    SIGNATURE,
    DATE
  }

  /**
   * A paragraph.
   *
   * @param markers of the citations it rests on; empty outside the content
   * @param gap whether something in it is for the office to fill in
   */
  public record Block(
      String text,
      List<Integer> markers,
      boolean gap,
      @Schema(description = "salutation、opening、heading、content、thanks、signature、date")
          String kind) {}

  /** A citation with its marker, shaped as in answers. */
  public record Source(
      int marker,
      String policyId,
      String externalId,
      String title,
      String documentNumber,
      String issuer,
      String clause,
      String quote,
      int start,
      int end,
      String status,
      String url,
      String sourceUrl) {

    static Source of(int marker, Citation citation) {
      return new Source(
          marker,
          citation.policyId().toString(),
          citation.externalId(),
          citation.title(),
          citation.documentNumber(),
          citation.issuer(),
          citation.clause(),
          citation.quote(),
          citation.start(),
          citation.end(),
          citation.status().code(),
          citation.url(),
          citation.sourceUrl());
    }
  }

  /**
   * A check before sending.
   *
   * @param kind {@code citations}, {@code in_force}, {@code matters}, {@code gaps}, {@code
   *     personal_data}, {@code form}
   */
  public record Check(String kind, boolean ok, String message) {}

  static String textOf(List<Block> blocks) {
    return blocks.stream().map(Block::text).collect(Collectors.joining("\n"));
  }
}
