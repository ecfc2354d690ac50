package cn.zhitong.assistant.drafting;

import cn.zhitong.assistant.casework.EventPayload;
import cn.zhitong.assistant.citation.MarkedCitation;
import cn.zhitong.assistant.runtime.Infrastructure;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A proposed reply, as {@code POST /api/cases/{id}/draft} returns it and as its event keeps it. */
@Schema(description = "拟答复")
public record Draft(
    List<Block> blocks,
    List<MarkedCitation> citations,
    List<Check> checks,
    @Schema(description = "参照的往复，最多 80 件；其中的具体人名、号码、地点和数额已去除") List<Precedent> precedents,
    @Schema(description = "来件的各个事项，按来件中的次序") List<Matter> matters,
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
    DATE;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
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
      @Schema(description = "salutation、opening、heading、content、thanks、signature、date") String kind,
      @Schema(description = "参照往复改写，未经政策原文核对") boolean precedent) {}

  /** What a matter's answer rests on. */
  enum Basis {
    POLICY,
    PRECEDENT,
    NONE;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One of the things that the appeal asks for.
   *
   * @param text its gist, as the draft names it where it has several or nothing was found for it
   * @param basis {@code policy}; {@code precedent}, answered together with the rest by what was
   *     replied to similar appeals; {@code none}, named in the draft with a gap
   */
  public record Matter(
      String text, @Schema(description = "policy、precedent、none（未找到依据，已留空待填写）") String basis) {}

  /**
   * A past reply that words were taken from.
   *
   * @param source {@code case} when it was sent from here, {@code history} when it was brought in
   */
  public record Precedent(
      UUID id,
      String number,
      String source,
      String department,
      String title,
      OffsetDateTime answeredAt) {

    /** Its title without what is particular to its case. */
    static Precedent of(PastReply past) {
      return new Precedent(
          past.id(),
          past.number(),
          past.source(),
          past.department(),
          CaseSpecificEntities.masked(past.title(), found -> false),
          past.answeredAt() == null
              ? null
              : past.answeredAt().atZone(Infrastructure.ZONE).toOffsetDateTime());
    }
  }

  /**
   * A check before sending.
   *
   * @param kind {@code citations}, {@code in_force}, {@code matters}, {@code gaps}, {@code
   *     personal_data}, {@code form}, {@code tone}, {@code precedents}, {@code category}, {@code
   *     asked}
   */
  public record Check(String kind, boolean ok, String message) {}

  /** As the case's log keeps it. */
  EventPayload.Drafted recorded() {
    return new EventPayload.Drafted(
        blocks.stream()
            .map(
                one ->
                    new EventPayload.DraftBlock(
                        one.text(), one.markers(), one.gap(), one.kind(), one.precedent()))
            .toList(),
        citations,
        checks.stream()
            .map(one -> new EventPayload.DraftCheck(one.kind(), one.ok(), one.message()))
            .toList(),
        precedents.stream().map(one -> new EventPayload.PrecedentId(one.id())).toList(),
        matters.stream().map(one -> new EventPayload.DraftMatter(one.text(), one.basis())).toList(),
        text,
        mode);
  }

  static String textOf(List<Block> blocks) {
    return blocks.stream().map(Block::text).collect(Collectors.joining("\n"));
  }
}
