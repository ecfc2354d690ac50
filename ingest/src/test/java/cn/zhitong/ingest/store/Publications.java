package cn.zhitong.ingest.store;

import cn.zhitong.ingest.policy.Clause;
import cn.zhitong.ingest.policy.DutyRole;
import cn.zhitong.ingest.policy.FieldSource;
import cn.zhitong.ingest.policy.ParsedPolicy;
import cn.zhitong.ingest.policy.Passage;
import cn.zhitong.ingest.policy.PolicyKind;
import cn.zhitong.ingest.policy.PolicyMetadata;
import cn.zhitong.ingest.policy.PolicyMetadata.Superseded;
import cn.zhitong.ingest.policy.PolicyMetadataBuilder;
import cn.zhitong.ingest.policy.PolicyPicture;
import cn.zhitong.ingest.policy.Responsibility;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** Builds publications for tests. */
final class Publications {
  private Publications() {}

  static PolicyMetadataBuilder metadata(String title) {
    return PolicyMetadata.builder().title(title).displayTitle(title).kind(PolicyKind.POLICY);
  }

  static Publication of(String externalId, Consumer<PolicyMetadataBuilder> fields) {
    PolicyMetadataBuilder metadata = metadata(externalId);
    fields.accept(metadata);
    return of(externalId, "一、总则。第一句。\n二、附则。" + externalId, metadata.build());
  }

  static Publication of(String externalId, String text, PolicyMetadata metadata) {
    Responsibility duty = new Responsibility("省工信厅", DutyRole.LEAD, 2, 4);
    List<Clause> clauses =
        List.of(
            new Clause("一", "总则", 0, -1, 0, 6, List.of(duty)),
            new Clause("二", "附则", 0, -1, 6, text.length(), List.of()));
    List<Passage> passages =
        List.of(
            new Passage(0, "一", "总则", 0, 6, text.substring(0, 6)),
            new Passage(1, "二", "附则", 6, text.length(), text.substring(6)));
    ParsedPolicy policy =
        new ParsedPolicy(
            text,
            metadata,
            List.of(new FieldSource("title", "head", 0, 2, "一")),
            List.of("发文机关未能识别。"),
            clauses,
            passages);
    List<float[]> vectors = List.of(new float[] {1, 0}, new float[] {0, 1});
    String digest = Digest.of(text + metadata);
    return new Publication("test", externalId, digest, policy, vectors, "fake/2");
  }

  /** The same text with pictures, under a digest of its own. */
  static Publication with(Publication plain, List<PolicyPicture> pictures) {
    ParsedPolicy p = plain.policy();
    ParsedPolicy policy =
        new ParsedPolicy(
            p.text(),
            p.metadata(),
            p.sources(),
            p.warnings(),
            p.clauses(),
            p.passages(),
            List.of(),
            List.of(),
            pictures);
    return new Publication(
        "test", plain.externalId(), "pictures", policy, plain.vectors(), plain.embeddingModel());
  }

  static Superseded ends(String title, String number) {
    return new Superseded(title, number, null);
  }

  static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }
}
