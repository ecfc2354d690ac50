package cn.zhitong.assistant.citation;

import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A citation under its marker. */
@Schema(name = "Citation", description = "引用：某一政策原文中逐字的一段")
public record MarkedCitation(
    int marker,
    String policyId,
    String externalId,
    String title,
    @Schema(nullable = true, examples = "闽政办〔2025〕7号") String documentNumber,
    @Schema(nullable = true) String issuer,
    @Schema(description = "条款路径；无层次的文件为 null", nullable = true, examples = "二、(三)") String clause,
    @Schema(description = "逐字原文") String quote,
    @Schema(description = "在存储原文中的起点（UTF-16 字符）") int start,
    @Schema(description = "终点，不含") int end,
    @Schema(
            description = "在 asOf 当日的效力",
            enumeration = {"in_force", "expired", "repealed", "amended"})
        String status,
    @Schema(
            description =
                "条款页面，相对于本站：/policies/{policyId}?clause={条款路径}&start={起点}&end={终点}；页面定位到条款并标出原文",
            examples =
                "/policies/0197a1b2-0000-7000-8000-000000000001?clause=%E4%BA%8C%E3%80%81%28%E4%B8%89%29&start=1200&end=1290")
        String url,
    @Schema(description = "发布页面", nullable = true) String sourceUrl,
    @Schema(description = "引用的是表格的一行时，其表头和行首各栏；不是原文的一部分", nullable = true) QuoteContext.Row context,
    @Schema(description = "文字由识别（OCR）得到时，其可信度", nullable = true) QuoteContext.Ocr ocr) {

  /** Marked by their order, from 1. */
  public static List<MarkedCitation> of(List<Citation> citations) {
    return IntStream.range(0, citations.size()).mapToObj(i -> of(i + 1, citations.get(i))).toList();
  }

  public static MarkedCitation of(int marker, Citation citation) {
    return new MarkedCitation(
        marker,
        citation.policyId().toString(),
        citation.externalId(),
        citation.title(),
        citation.documentNumber(),
        citation.issuer(),
        citation.clause(),
        citation.quote(),
        citation.start(),
        citation.end(),
        citation.status().code(),
        citation.url(),
        citation.sourceUrl(),
        citation.context() == null ? null : citation.context().table(),
        citation.context() == null ? null : citation.context().ocr());
  }
}
