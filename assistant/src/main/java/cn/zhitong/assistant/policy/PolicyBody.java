package cn.zhitong.assistant.policy;

import cn.zhitong.ingest.policy.FieldSource;
import cn.zhitong.ingest.policy.OcrSpan;
import cn.zhitong.ingest.policy.PolicyId;
import cn.zhitong.ingest.policy.PolicyStatus;
import cn.zhitong.ingest.policy.SourcePage;
import cn.zhitong.ingest.store.LibraryEntry;
import cn.zhitong.ingest.store.PolicyAttachment;
import cn.zhitong.ingest.store.RelatedPolicy;
import cn.zhitong.ingest.store.StoredPicture;
import cn.zhitong.ingest.store.StoredPolicy;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A policy with its text. */
@Schema(name = "Policy")
record PolicyBody(
    PolicyId policyId,
    String externalId,
    String source,
    @Schema(description = "页面显示的标题，不为 null") String title,
    MetadataBody metadata,
    @Schema(description = "今日效力") String status,
    String statusLabel,
    LocalDate startsOn,
    @Schema(description = "不再有效的第一日") LocalDate endedOn,
    @Schema(description = "使其失效的文件") PolicyId endedBy,
    @Schema(description = "所解读或配套的政策") PolicyId explains,
    @Schema(description = "正文相同的最早一份") PolicyId duplicateOf,
    @Schema(description = "相关文件：解读、指南、其他版本、重复件") List<Related> related,
    @Schema(description = "以单独文件收录的附件") List<AttachedFile> attachments,
    @Schema(description = "本文件是哪份政策的附件，不是时为 null") AttachedFile attachedTo,
    @Schema(description = "全文；各处的 start、end 都是其中的 UTF-16 偏移") String text,
    @Schema(description = "各字段的来源") List<FieldSource> sources,
    @Schema(description = "请发布员核对的事项") List<String> warnings,
    @Schema(description = "原件各页的读取方式；无页的格式为空") List<PageBody> pages,
    @Schema(description = "正文里的图片，按正文顺序") List<PictureBody> pictures,
    OffsetDateTime updatedAt,
    @Schema(description = "撤回信息，未撤回时为 null") Withdrawal withdrawal) {

  /** An attachment, or the policy that one belongs to. */
  @Schema(name = "PolicyAttachment")
  record AttachedFile(
      PolicyId policyId,
      @Schema(description = "附件编号，如“附件1”") String label,
      String title,
      String url) {
    static AttachedFile of(PolicyAttachment a) {
      String own = a.ownTitle() == null ? a.title() : a.ownTitle();
      return new AttachedFile(a.attachment(), a.label(), own, "/policies/" + a.attachment());
    }

    static AttachedFile parent(PolicyAttachment a) {
      return new AttachedFile(a.parent(), a.label(), a.parentTitle(), "/policies/" + a.parent());
    }
  }

  /** When and why it was taken out. */
  @Schema(name = "PolicyWithdrawal")
  record Withdrawal(OffsetDateTime at, String reason) {}

  /** How a page of the source was read. */
  @Schema(name = "SourcePage")
  record PageBody(
      int number,
      @Schema(description = "text 文字层，ocr 文字识别") String source,
      @Schema(description = "文字识别的可信度，0 至 1") Double confidence,
      @Schema(description = "识别出的文字在全文中的起点；不是识别的为 null") Integer start,
      @Schema(description = "识别前的页面图片；没有的为 null") String picture) {
    static PageBody of(SourcePage page, StoredPolicy policy, List<StoredPicture> pictures) {
      Integer number = page.number();
      return new PageBody(
          page.number(),
          page.source().name().toLowerCase(Locale.ROOT),
          page.confidence(),
          policy.ocr().stream()
              .filter(span -> number.equals(span.page()))
              .findFirst()
              .map(OcrSpan::start)
              .orElse(null),
          pictures.stream()
              .filter(picture -> number.equals(picture.page()))
              .findFirst()
              .map(picture -> PictureBody.address(policy, picture))
              .orElse(null));
    }
  }

  /** A picture in the text. */
  @Schema(name = "PolicyPicture")
  record PictureBody(
      int number,
      @Schema(description = "全文中的偏移，图片在它之前") int place,
      @Schema(description = "原件对图片的说明，没有时为空") String alt,
      int width,
      int height,
      String url) {
    static PictureBody of(StoredPolicy policy, StoredPicture p) {
      int place = Math.min(p.place(), policy.text().length());
      return new PictureBody(p.number(), place, p.alt(), p.width(), p.height(), address(policy, p));
    }

    static String address(StoredPolicy policy, StoredPicture picture) {
      return "/api/policies/" + policy.id() + "/pictures/" + picture.number();
    }
  }

  /** Another policy that has to do with it. */
  @Schema(name = "RelatedPolicy")
  record Related(
      PolicyId policyId,
      String title,
      String kind,
      @Schema(description = "关系：explained_by、ended_by_this、version、duplicate") String relation,
      String url) {
    static Related of(RelatedPolicy p) {
      return new Related(p.id(), p.title(), p.kind().code(), p.relation(), "/policies/" + p.id());
    }
  }

  /** What hangs together with a policy. */
  record Links(
      List<RelatedPolicy> related,
      List<PolicyAttachment> attachments,
      PolicyAttachment attachedTo,
      List<StoredPicture> pictures) {}

  static PolicyBody of(StoredPolicy policy, Links links, LocalDate today, ZoneId zone) {
    LibraryEntry entry = policy.entry();
    PolicyStatus status = entry.statusOn(today);
    LibraryEntry.Withdrawal withdrawal = entry.withdrawal();
    return new PolicyBody(
        entry.id(),
        entry.externalId(),
        entry.source(),
        entry.displayTitle(),
        MetadataBody.of(entry.metadata()),
        status.code(),
        status.label(),
        entry.validity().startsOn(),
        entry.validity().endedOn(),
        entry.validity().endedBy(),
        entry.explainsId(),
        entry.duplicateOf(),
        links.related().stream().map(Related::of).toList(),
        links.attachments().stream().map(AttachedFile::of).toList(),
        links.attachedTo() == null ? null : AttachedFile.parent(links.attachedTo()),
        policy.text(),
        policy.sources(),
        policy.warnings(),
        policy.pages().stream().map(page -> PageBody.of(page, policy, links.pictures())).toList(),
        links.pictures().stream()
            .filter(picture -> picture.page() == null)
            .map(picture -> PictureBody.of(policy, picture))
            .toList(),
        entry.updatedAt().atZone(zone).toOffsetDateTime(),
        withdrawal == null
            ? null
            : new Withdrawal(withdrawal.at().atZone(zone).toOffsetDateTime(), withdrawal.why()));
  }
}
