package cn.zhitong.assistant.citation;

import cn.zhitong.assistant.retrieval.Hit;
import cn.zhitong.ingest.policy.PolicyId;
import cn.zhitong.ingest.policy.PolicyStatus;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Where a sentence comes from: a verbatim stretch of one policy's stored text.
 *
 * @param title what pages show as the policy's title, never null
 * @param documentNumber normalised, null where the text has none
 * @param issuer null where unknown
 * @param clause the clause's path, null where the text has no outline
 * @param quote {@code stored.substring(start, end)}; {@link Verifier} holds this to be so
 * @param start offset in the stored text, in UTF-16 chars
 * @param end exclusive end offset
 * @param status validity on the question's {@code asOf}
 * @param sourceUrl where the text was published, null where unknown
 * @param context what stands beside the quote; null where it was not looked up
 */
@JsonIgnoreProperties("context")
public record Citation(
    PolicyId policyId,
    String externalId,
    String title,
    String documentNumber,
    String issuer,
    String clause,
    String quote,
    int start,
    int end,
    PolicyStatus status,
    String sourceUrl,
    QuoteContext context) {

  /** A citation whose surroundings are not looked up. */
  public Citation(
      PolicyId policyId,
      String externalId,
      String title,
      String documentNumber,
      String issuer,
      String clause,
      String quote,
      int start,
      int end,
      PolicyStatus status,
      String sourceUrl) {
    this(
        policyId,
        externalId,
        title,
        documentNumber,
        issuer,
        clause,
        quote,
        start,
        end,
        status,
        sourceUrl,
        null);
  }

  public Citation {
    Objects.requireNonNull(policyId, "policyId");
    Objects.requireNonNull(title, "title");
    if (quote.isEmpty() || start < 0 || end - start != quote.length()) {
      throw new IllegalArgumentException(
          "a quote of " + quote.length() + " chars cannot stand at " + start + "-" + end);
    }
  }

  /**
   * Cites part of a passage.
   *
   * @param from offset within the passage's text
   * @param to exclusive end offset within the passage's text
   */
  public static Citation of(Hit hit, int from, int to) {
    return new Citation(
        hit.policyId(),
        hit.externalId(),
        titleOf(hit),
        hit.documentNumber(),
        hit.issuer(),
        hit.clause(),
        hit.text().substring(from, to),
        hit.start() + from,
        hit.start() + to,
        hit.status(),
        hit.sourceUrl());
  }

  /** The printed title, else the derived one. */
  public static String titleOf(Hit hit) {
    return hit.title() == null ? hit.displayTitle() : hit.title();
  }

  /** A part of the quote, by offsets within it. */
  Citation part(int from, int to) {
    return new Citation(
        policyId,
        externalId,
        title,
        documentNumber,
        issuer,
        clause,
        quote.substring(from, to),
        start + from,
        start + to,
        status,
        sourceUrl);
  }

  /** The same with what stands beside the quote in its stored text. */
  public Citation in(StoredTexts.StoredText stored) {
    return new Citation(
        policyId,
        externalId,
        title,
        documentNumber,
        issuer,
        clause,
        quote,
        start,
        end,
        status,
        sourceUrl,
        QuoteContext.of(stored, start, end));
  }

  /** The same under a clause's path, null where it has none. */
  public Citation under(String path) {
    return new Citation(
        policyId,
        externalId,
        title,
        documentNumber,
        issuer,
        path,
        quote,
        start,
        end,
        status,
        sourceUrl);
  }

  /**
   * The clause's page, relative to the site: {@code /policies/ID?clause=PATH&start=S&end=E}. The
   * page scrolls to the clause and highlights the stored text from start to end; without an outline
   * {@code clause} is left out.
   */
  public String url() {
    String path =
        clause == null ? "" : "clause=" + URLEncoder.encode(clause, StandardCharsets.UTF_8) + "&";
    return "/policies/" + policyId + "?" + path + "start=" + start + "&end=" + end;
  }
}
