package cn.zhitong.ingest.policy;

import cn.zhitong.common.region.Level;
import java.time.LocalDate;
import java.util.List;

/**
 * What is known about a policy. Every single-valued component is null where it is not known: an
 * unsure value stays empty and becomes a warning. Lists are never null.
 *
 * @param title as printed, without line breaks; null where the text has none
 * @param displayTitle what pages show when title is null (derived, never searched as a title)
 * @param documentNumber 发文字号, normalised to 〔〕 and half-width digits
 * @param region GB/T 2260 code, six digits; national texts have {@code 000000}
 * @param generatedOn 生成日期, where a government page prints one
 * @param effectiveFrom first day in force
 * @param effectiveTo last day in force, inclusive
 * @param themes 主题 names
 * @param industries GB/T 4754 section letters
 * @param attachedTitle title of the text that a covering notice promulgates
 * @param replyClass 答复类别 letter (A, B, C)
 * @param about what a reply answers
 * @param supersedes texts this one ends (《X》同时废止)
 * @param explains title or document number of the policy that an interpretation or guide belongs to
 */
public record PolicyMetadata(
    String title,
    String displayTitle,
    String documentNumber,
    String indexNumber,
    String issuer,
    Level level,
    String region,
    PolicyKind kind,
    LocalDate issuedOn,
    LocalDate generatedOn,
    LocalDate publishedOn,
    LocalDate effectiveFrom,
    LocalDate effectiveTo,
    PolicyStatus status,
    List<String> themes,
    List<String> industries,
    String attachedTitle,
    String replyClass,
    String about,
    List<Superseded> supersedes,
    String explains,
    String sourceUrl) {

  public PolicyMetadata {
    themes = themes == null ? List.of() : List.copyOf(themes);
    industries = industries == null ? List.of() : List.copyOf(industries);
    supersedes = supersedes == null ? List.of() : List.copyOf(supersedes);
  }

  /**
   * A text that this policy ends.
   *
   * @param title without 《》; null when only the number is given
   * @param documentNumber normalised; null when only the title is given
   * @param from first day on which it no longer holds; null when it is this policy's effectiveFrom
   */
  public record Superseded(String title, String documentNumber, LocalDate from) {}

  /** A builder with every field empty. */
  public static PolicyMetadataBuilder builder() {
    return new PolicyMetadataBuilder();
  }

  public PolicyMetadataBuilder toBuilder() {
    return new PolicyMetadataBuilder(this);
  }
}
