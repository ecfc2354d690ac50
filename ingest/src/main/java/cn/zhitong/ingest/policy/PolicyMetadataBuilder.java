package cn.zhitong.ingest.policy;

import cn.zhitong.common.region.Level;
import java.time.LocalDate;
import java.util.List;

/** Builds {@link PolicyMetadata} field by field; what is never set stays empty. */
public final class PolicyMetadataBuilder {
  private String title;
  private String displayTitle;
  private String documentNumber;
  private String indexNumber;
  private String issuer;
  private Level level;
  private String region;
  private PolicyKind kind;
  private LocalDate issuedOn;
  private LocalDate generatedOn;
  private LocalDate publishedOn;
  private LocalDate effectiveFrom;
  private LocalDate effectiveTo;
  private PolicyStatus status;
  private List<String> themes;
  private List<String> industries;
  private String attachedTitle;
  private String replyClass;
  private String about;
  private List<PolicyMetadata.Superseded> supersedes;
  private String explains;
  private String sourceUrl;

  PolicyMetadataBuilder() {}

  PolicyMetadataBuilder(PolicyMetadata from) {
    this.title = from.title();
    this.displayTitle = from.displayTitle();
    this.documentNumber = from.documentNumber();
    this.indexNumber = from.indexNumber();
    this.issuer = from.issuer();
    this.level = from.level();
    this.region = from.region();
    this.kind = from.kind();
    this.issuedOn = from.issuedOn();
    this.generatedOn = from.generatedOn();
    this.publishedOn = from.publishedOn();
    this.effectiveFrom = from.effectiveFrom();
    this.effectiveTo = from.effectiveTo();
    this.status = from.status();
    this.themes = from.themes();
    this.industries = from.industries();
    this.attachedTitle = from.attachedTitle();
    this.replyClass = from.replyClass();
    this.about = from.about();
    this.supersedes = from.supersedes();
    this.explains = from.explains();
    this.sourceUrl = from.sourceUrl();
  }

  public PolicyMetadataBuilder title(String title) {
    this.title = title;
    return this;
  }

  public PolicyMetadataBuilder displayTitle(String displayTitle) {
    this.displayTitle = displayTitle;
    return this;
  }

  public PolicyMetadataBuilder documentNumber(String documentNumber) {
    this.documentNumber = documentNumber;
    return this;
  }

  public PolicyMetadataBuilder indexNumber(String indexNumber) {
    this.indexNumber = indexNumber;
    return this;
  }

  public PolicyMetadataBuilder issuer(String issuer) {
    this.issuer = issuer;
    return this;
  }

  public PolicyMetadataBuilder level(Level level) {
    this.level = level;
    return this;
  }

  public PolicyMetadataBuilder region(String region) {
    this.region = region;
    return this;
  }

  public PolicyMetadataBuilder kind(PolicyKind kind) {
    this.kind = kind;
    return this;
  }

  public PolicyMetadataBuilder issuedOn(LocalDate issuedOn) {
    this.issuedOn = issuedOn;
    return this;
  }

  public PolicyMetadataBuilder generatedOn(LocalDate generatedOn) {
    this.generatedOn = generatedOn;
    return this;
  }

  public PolicyMetadataBuilder publishedOn(LocalDate publishedOn) {
    this.publishedOn = publishedOn;
    return this;
  }

  public PolicyMetadataBuilder effectiveFrom(LocalDate effectiveFrom) {
    this.effectiveFrom = effectiveFrom;
    return this;
  }

  public PolicyMetadataBuilder effectiveTo(LocalDate effectiveTo) {
    this.effectiveTo = effectiveTo;
    return this;
  }

  public PolicyMetadataBuilder status(PolicyStatus status) {
    this.status = status;
    return this;
  }

  public PolicyMetadataBuilder themes(List<String> themes) {
    this.themes = themes;
    return this;
  }

  public PolicyMetadataBuilder industries(List<String> industries) {
    this.industries = industries;
    return this;
  }

  public PolicyMetadataBuilder attachedTitle(String attachedTitle) {
    this.attachedTitle = attachedTitle;
    return this;
  }

  public PolicyMetadataBuilder replyClass(String replyClass) {
    this.replyClass = replyClass;
    return this;
  }

  public PolicyMetadataBuilder about(String about) {
    this.about = about;
    return this;
  }

  public PolicyMetadataBuilder supersedes(List<PolicyMetadata.Superseded> supersedes) {
    this.supersedes = supersedes;
    return this;
  }

  public PolicyMetadataBuilder explains(String explains) {
    this.explains = explains;
    return this;
  }

  public PolicyMetadataBuilder sourceUrl(String sourceUrl) {
    this.sourceUrl = sourceUrl;
    return this;
  }

  public PolicyMetadata build() {
    return new PolicyMetadata(
        title,
        displayTitle,
        documentNumber,
        indexNumber,
        issuer,
        level,
        region,
        kind,
        issuedOn,
        generatedOn,
        publishedOn,
        effectiveFrom,
        effectiveTo,
        status,
        themes,
        industries,
        attachedTitle,
        replyClass,
        about,
        supersedes,
        explains,
        sourceUrl);
  }
}
