package cn.zhitong.ingest.store;

import cn.zhitong.common.region.Level;
import cn.zhitong.ingest.policy.PolicyId;
import cn.zhitong.ingest.policy.PolicyKind;
import cn.zhitong.ingest.policy.PolicyStatus;
import java.time.LocalDate;
import java.util.List;

/**
 * What a list of the library is narrowed to. Every filter may be null.
 *
 * @param q words, all of which occur in the title, number, issuer or text
 * @param region GB/T 2260 code; texts of the region and of the regions in it (000000: national
 *     texts only)
 * @param issuer part of the issuer's name
 * @param level level of government of the issuer
 * @param theme one of the themes
 * @param industry GB/T 4754 section letter
 * @param status status on {@code asOf}
 * @param asOf the day for {@code status}; never null
 * @param found policies that a search found for {@code q}, best first: listed although the words
 *     may not be theirs
 * @param page from 1
 * @param pageSize 1 to 200
 */
public record PolicyFilter(
    String q,
    String region,
    String issuer,
    Level level,
    PolicyKind kind,
    String theme,
    String industry,
    PolicyStatus status,
    LocalDate asOf,
    List<PolicyId> found,
    int page,
    int pageSize) {

  public static final int MAX_PAGE_SIZE = 200;

  public PolicyFilter {
    found = List.copyOf(found);
    if (page < 1 || pageSize < 1 || pageSize > MAX_PAGE_SIZE) {
      throw new IllegalArgumentException("page from 1, pageSize 1 to " + MAX_PAGE_SIZE);
    }
  }

  /** Everything, newest first. */
  public static PolicyFilter all(LocalDate asOf, int page, int pageSize) {
    return new PolicyFilter(
        null, null, null, null, null, null, null, null, asOf, List.of(), page, pageSize);
  }

  /** The same for one kind. */
  public PolicyFilter of(PolicyKind one) {
    return new PolicyFilter(
        q, region, issuer, level, one, theme, industry, status, asOf, found, page, pageSize);
  }

  /** The same for one status. */
  public PolicyFilter of(PolicyStatus one) {
    return new PolicyFilter(
        q, region, issuer, level, kind, theme, industry, one, asOf, found, page, pageSize);
  }

  /** The same for other words, with what a search found for them. */
  public PolicyFilter searched(String words, List<PolicyId> policies) {
    return new PolicyFilter(
        words, region, issuer, level, kind, theme, industry, status, asOf, policies, page,
        pageSize);
  }

  /** The same without one of its narrowings: what choosing another value of it would find. */
  PolicyFilter without(PolicyFacets.Facet facet) {
    return new PolicyFilter(
        q,
        facet == PolicyFacets.Facet.REGION ? null : region,
        issuer,
        facet == PolicyFacets.Facet.LEVEL ? null : level,
        facet == PolicyFacets.Facet.KIND ? null : kind,
        facet == PolicyFacets.Facet.THEME ? null : theme,
        facet == PolicyFacets.Facet.INDUSTRY ? null : industry,
        facet == PolicyFacets.Facet.STATUS ? null : status,
        asOf,
        found,
        page,
        pageSize);
  }
}
