package cn.zhitong.assistant.policy;

import cn.zhitong.assistant.web.QueryText;
import cn.zhitong.common.region.Level;
import cn.zhitong.ingest.policy.PolicyKind;
import cn.zhitong.ingest.policy.PolicyMetadata;
import cn.zhitong.ingest.policy.PolicyMetadata.Superseded;
import cn.zhitong.ingest.policy.PolicyStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A policy's metadata as the API takes and gives it; codes instead of constants. */
@Schema(name = "PolicyMetadata", description = "政策文件的元数据；不能确定的字段为 null。")
record MetadataBody(
    @Schema(description = "标题，按原文；原文没有标题时为 null", examples = "关于支持专精特新企业发展的若干措施") String title,
    @Schema(description = "页面显示的标题") String displayTitle,
    @Schema(description = "发文字号", examples = "闽政办〔2025〕7号") String documentNumber,
    @Schema(description = "索引号") String indexNumber,
    @Schema(description = "发文机关", examples = "福建省人民政府办公厅") String issuer,
    @Schema(description = "级别：national、province、city、county", examples = "province") String level,
    @Schema(description = "行政区划代码（GB/T 2260），国家级为 000000", examples = "350000") String region,
    @Schema(description = "种类：policy、interpretation、guide、reply、other", examples = "policy")
        String kind,
    @Schema(description = "成文日期") LocalDate issuedOn,
    @Schema(description = "生成日期") LocalDate generatedOn,
    @Schema(description = "发布日期") LocalDate publishedOn,
    @Schema(description = "施行日期（含当日）") LocalDate effectiveFrom,
    @Schema(description = "有效期截止（含当日）") LocalDate effectiveTo,
    @Schema(description = "原文所示效力：in_force、expired、repealed、amended") String status,
    @Schema(description = "主题") List<String> themes,
    @Schema(description = "行业门类（GB/T 4754）", examples = "[\"C\"]") List<String> industries,
    @Schema(description = "通知所印发文件的标题") String attachedTitle,
    @Schema(description = "答复类别") String replyClass,
    @Schema(description = "答复的建议或提案") String about,
    @Schema(description = "同时废止的文件") List<SupersededBody> supersedes,
    @Schema(description = "所解读或配套的政策：标题或文号") String explains,
    @Schema(description = "原文网址") String sourceUrl) {

  /** A text that this one ends. */
  @Schema(name = "Superseded")
  record SupersededBody(String title, String documentNumber, LocalDate from) {}

  static MetadataBody of(PolicyMetadata m) {
    return new MetadataBody(
        m.title(),
        m.displayTitle(),
        m.documentNumber(),
        m.indexNumber(),
        m.issuer(),
        m.level() == null ? null : m.level().code(),
        m.region(),
        m.kind() == null ? null : m.kind().code(),
        m.issuedOn(),
        m.generatedOn(),
        m.publishedOn(),
        m.effectiveFrom(),
        m.effectiveTo(),
        m.status() == null ? null : m.status().code(),
        m.themes(),
        m.industries(),
        m.attachedTitle(),
        m.replyClass(),
        m.about(),
        m.supersedes().stream()
            .map(s -> new SupersededBody(s.title(), s.documentNumber(), s.from()))
            .toList(),
        m.explains(),
        m.sourceUrl());
  }

  /**
   * @throws IllegalArgumentException when level, kind or status is no known code
   */
  PolicyMetadata toMetadata() {
    return PolicyMetadata.builder()
        .title(QueryText.blankToNull(title))
        .displayTitle(QueryText.blankToNull(displayTitle))
        .documentNumber(QueryText.blankToNull(documentNumber))
        .indexNumber(QueryText.blankToNull(indexNumber))
        .issuer(QueryText.blankToNull(issuer))
        .level(code(level, Level::ofCode))
        .region(QueryText.blankToNull(region))
        .kind(code(kind, PolicyKind::ofCode))
        .issuedOn(issuedOn)
        .generatedOn(generatedOn)
        .publishedOn(publishedOn)
        .effectiveFrom(effectiveFrom)
        .effectiveTo(effectiveTo)
        .status(code(status, PolicyStatus::ofCode))
        .themes(themes)
        .industries(industries)
        .attachedTitle(QueryText.blankToNull(attachedTitle))
        .replyClass(QueryText.blankToNull(replyClass))
        .about(QueryText.blankToNull(about))
        .supersedes(supersededTexts())
        .explains(QueryText.blankToNull(explains))
        .sourceUrl(QueryText.blankToNull(sourceUrl))
        .build();
  }

  private List<Superseded> supersededTexts() {
    return supersedes == null
        ? List.of()
        : supersedes.stream()
            .map(s -> new Superseded(s.title(), s.documentNumber(), s.from()))
            .toList();
  }

  private static <T> T code(String code, Function<String, T> parse) {
    return code == null || code.isBlank() ? null : parse.apply(code.strip());
  }
}
