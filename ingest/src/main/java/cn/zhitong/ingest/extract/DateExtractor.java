package cn.zhitong.ingest.extract;

import cn.zhitong.ingest.extract.KeyLines.Key;
import cn.zhitong.ingest.policy.PolicyMetadataBuilder;
import cn.zhitong.ingest.policy.PolicyStatus;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates of writing, generation and publication, and from when to when a text holds. */
final class DateExtractor {
  private static final Pattern IN_FILE_NAME =
      Pattern.compile("[（(_\\-]?(\\d{4})-(\\d{2})-(\\d{2})[）)]?(?=\\.[a-z]+$|$)");

  /** When a page was put up, with what may stand behind it on its line. */
  static final Pattern PAGE_TIME =
      Pattern.compile(
          "^"
              + Dates.DATE
              + "(?:[\\sT]{0,4}[0-9]{1,2}[:：][0-9]{2}(?:[:：][0-9]{2})?)?(?=[\\s\\u3000]|$)");

  private final DocumentView page;
  private final boolean covering;

  DateExtractor(DocumentView page, boolean covering) {
    this.page = page;
    this.covering = covering;
  }

  void recognise(ExtractedMetadata found) {
    Provenance<LocalDate> issued = issuedOn();
    found.put("issuedOn", issued, PolicyMetadataBuilder::issuedOn);
    found.put("generatedOn", keyed(Key.GENERATED), PolicyMetadataBuilder::generatedOn);
    found.put("publishedOn", publishedOn(), PolicyMetadataBuilder::publishedOn);
    StatedValidity validity =
        StatedValidity.of(page.stored(), issued == null ? null : issued.value());
    found.put("effectiveFrom", effectiveFrom(validity), PolicyMetadataBuilder::effectiveFrom);
    Provenance<LocalDate> to = keyed(Key.REPEALED);
    found.put("effectiveTo", to == null ? validity.to() : to, PolicyMetadataBuilder::effectiveTo);
    found.put("status", status(), PolicyMetadataBuilder::status);
  }

  private Provenance<LocalDate> issuedOn() {
    Provenance<LocalDate> keyed = keyed(Key.WRITTEN);
    if (keyed != null) {
      return keyed;
    }
    Provenance<LocalDate> version = versionDate();
    if (!page.law().isEmpty()) {
      LegislationHistory.Entry last = page.law().last();
      return version != null
          ? version
          : Provenance.at(last.date(), Provenance.HEAD, last.start(), last.end());
    }
    Signature signed = null;
    for (Signature signature : page.signatures()) {
      signed = signed == null || !covering ? signature : signed;
    }
    if (signed != null) {
      return Provenance.at(signed.date(), Provenance.SIGNATURE, signed.start(), signed.end());
    }
    return version;
  }

  /** A law's versions carry their date in the file name, often only there. */
  private Provenance<LocalDate> versionDate() {
    String name = page.source().fileName() == null ? "" : page.source().fileName();
    Matcher matcher = IN_FILE_NAME.matcher(name);
    LocalDate date =
        matcher.find()
            ? Dates.first(matcher.group(1) + "-" + matcher.group(2) + "-" + matcher.group(3))
            : null;
    return date == null ? null : new Provenance<>(date, Provenance.FILE_NAME, null, null, name);
  }

  private Provenance<LocalDate> publishedOn() {
    Provenance<LocalDate> keyed = keyed(Key.PUBLISHED);
    if (keyed != null) {
      return keyed;
    }
    for (TextLine line : page.head()) {
      Matcher matcher = PAGE_TIME.matcher(line.text());
      boolean alone = matcher.lookingAt() && matcher.end() == line.text().length();
      if ((alone
              || matcher.lookingAt() && line.text().length() < 60 && line.text().indexOf('。') < 0)
          && matcher.group(1) == null) {
        return Provenance.at(Dates.read(matcher, 0), Provenance.HEAD, line.start(), line.end());
      }
    }
    return null;
  }

  /** An amended law names the day its first version began; the version holds from its own date. */
  private Provenance<LocalDate> effectiveFrom(StatedValidity validity) {
    Provenance<LocalDate> keyed = keyed(Key.EFFECTIVE);
    if (keyed != null) {
      return keyed;
    }
    Provenance<LocalDate> version = versionDate();
    if (page.law().isEmpty() && version == null) {
      return validity.from();
    }
    LegislationHistory.Entry last = page.law().isEmpty() ? null : page.law().last();
    LocalDate written = version != null ? version.value() : last.date();
    if (last != null && last.effective() != null && !last.effective().isBefore(written)) {
      return Provenance.at(last.effective(), Provenance.HEAD, last.start(), last.end());
    }
    if (validity.from() != null && !validity.from().value().isBefore(written)) {
      return validity.from();
    }
    return validity.from() == null ? null : Provenance.derived(written, "这一版本的日期；正文中的施行日期属于最初的版本");
  }

  private Provenance<PolicyStatus> status() {
    Provenance<String> keyed = page.keys().get(Key.STATUS).orElse(null);
    if (keyed == null) {
      return Provenance.derived(PolicyStatus.IN_FORCE, "没有失效或废止的标记");
    }
    String value = keyed.value();
    if (value.contains("废止")) {
      return keyed.with(PolicyStatus.REPEALED);
    }
    if (value.matches(".*(?:失效|无效|过期|否).*")) {
      return keyed.with(PolicyStatus.EXPIRED);
    }
    return keyed.with(value.contains("修") ? PolicyStatus.AMENDED : PolicyStatus.IN_FORCE);
  }

  private Provenance<LocalDate> keyed(Key key) {
    return page.keys()
        .get(key)
        .map(e -> e.with(Dates.first(e.value())))
        .filter(e -> e.value() != null)
        .orElse(null);
  }
}
