package cn.zhitong.ingest.recognise;

import cn.zhitong.ingest.policy.PolicyMetadataBuilder;
import cn.zhitong.ingest.policy.PolicyStatus;
import cn.zhitong.ingest.recognise.KeyLines.Key;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates of writing, generation and publication, and from when to when a text holds. */
final class Times {
  private static final Pattern IN_FILE_NAME =
      Pattern.compile("[（(_\\-]?(\\d{4})-(\\d{2})-(\\d{2})[）)]?(?=\\.[a-z]+$|$)");
  private static final Pattern PAGE_TIME =
      Pattern.compile("^" + Dates.DATE + "(?:[\\sT]*[0-9]{1,2}[:：][0-9]{2}(?:[:：][0-9]{2})?)?$");

  private final Page page;
  private final boolean covering;

  Times(Page page, boolean covering) {
    this.page = page;
    this.covering = covering;
  }

  void recognise(Findings found) {
    Evidence<LocalDate> issued = issuedOn();
    found.put("issuedOn", issued, PolicyMetadataBuilder::issuedOn);
    found.put("generatedOn", keyed(Key.GENERATED), PolicyMetadataBuilder::generatedOn);
    found.put("publishedOn", publishedOn(), PolicyMetadataBuilder::publishedOn);
    Validity validity = Validity.of(page.stored(), issued == null ? null : issued.value());
    found.put("effectiveFrom", effectiveFrom(validity), PolicyMetadataBuilder::effectiveFrom);
    Evidence<LocalDate> to = keyed(Key.REPEALED);
    found.put("effectiveTo", to == null ? validity.to() : to, PolicyMetadataBuilder::effectiveTo);
    found.put("status", status(), PolicyMetadataBuilder::status);
  }

  private Evidence<LocalDate> issuedOn() {
    Evidence<LocalDate> keyed = keyed(Key.WRITTEN);
    if (keyed != null) {
      return keyed;
    }
    Evidence<LocalDate> version = versionDate();
    if (!page.law().isEmpty()) {
      LawHead.Entry last = page.law().last();
      return version != null
          ? version
          : Evidence.at(last.date(), Evidence.HEAD, last.start(), last.end());
    }
    Signature signed = null;
    for (Signature signature : page.signatures()) {
      signed = signed == null || !covering ? signature : signed;
    }
    if (signed != null) {
      return Evidence.at(signed.date(), Evidence.SIGNATURE, signed.start(), signed.end());
    }
    return version;
  }

  /** A law's versions carry their date in the file name, often only there. */
  private Evidence<LocalDate> versionDate() {
    String name = page.source().fileName() == null ? "" : page.source().fileName();
    Matcher matcher = IN_FILE_NAME.matcher(name);
    LocalDate date =
        matcher.find()
            ? Dates.first(matcher.group(1) + "-" + matcher.group(2) + "-" + matcher.group(3))
            : null;
    return date == null ? null : new Evidence<>(date, Evidence.FILE_NAME, null, null, name);
  }

  private Evidence<LocalDate> publishedOn() {
    Evidence<LocalDate> keyed = keyed(Key.PUBLISHED);
    if (keyed != null) {
      return keyed;
    }
    for (Line line : page.head()) {
      Matcher matcher = PAGE_TIME.matcher(line.text());
      if (matcher.matches() && matcher.group(1) == null) {
        return Evidence.at(Dates.read(matcher, 0), Evidence.HEAD, line.start(), line.end());
      }
    }
    return null;
  }

  /** An amended law names the day its first version began; the version holds from its own date. */
  private Evidence<LocalDate> effectiveFrom(Validity validity) {
    Evidence<LocalDate> keyed = keyed(Key.EFFECTIVE);
    if (keyed != null) {
      return keyed;
    }
    Evidence<LocalDate> version = versionDate();
    if (page.law().isEmpty() && version == null) {
      return validity.from();
    }
    LawHead.Entry last = page.law().isEmpty() ? null : page.law().last();
    LocalDate written = version != null ? version.value() : last.date();
    if (last != null && last.effective() != null && !last.effective().isBefore(written)) {
      return Evidence.at(last.effective(), Evidence.HEAD, last.start(), last.end());
    }
    if (validity.from() != null && !validity.from().value().isBefore(written)) {
      return validity.from();
    }
    return validity.from() == null ? null : Evidence.derived(written, "这一版本的日期；正文中的施行日期属于最初的版本");
  }

  private Evidence<PolicyStatus> status() {
    Evidence<String> keyed = page.keys().get(Key.STATUS).orElse(null);
    if (keyed == null) {
      return Evidence.derived(PolicyStatus.IN_FORCE, "没有失效或废止的标记");
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

  private Evidence<LocalDate> keyed(Key key) {
    return page.keys()
        .get(key)
        .map(e -> e.with(Dates.first(e.value())))
        .filter(e -> e.value() != null)
        .orElse(null);
  }
}
