package cn.zhitong.assistant.push;

import cn.zhitong.assistant.matching.condition.MatchOutcome;
import cn.zhitong.assistant.matching.match.ItemAudience;
import cn.zhitong.common.region.Gazetteer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which of the enterprises that an item concerns are meant; null is no matter. */
@Schema(
    example = "{\"region\":\"350100\",\"industry\":\"C\",\"scale\":\"小型\",\"oneFactAway\":true}")
public record PushFilter(
    @Schema(description = "GB/T 2260 代码，含下级") String region,
    @Schema(description = "GB/T 4754 代码，含下级，如 C 或 C34") String industry,
    @Schema(description = "大型、中型、小型、微型") String scale,
    @Schema(description = "是否也推送待核实、只差一项数据即可判定的企业，默认否") Boolean oneFactAway,
    @Schema(description = "是否也推送数据条件都符合、只差材料核验的企业，默认否") Boolean evidenceLeft) {
  static final PushFilter NONE = new PushFilter(null, null, null, null, null);

  boolean isWithin(ItemAudience.Member one, Gazetteer gazetteer) {
    return (isBlank(region) || one.region() != null && gazetteer.isWithin(one.region(), region))
        && (isBlank(industry) || one.industry() != null && one.industry().startsWith(industry))
        && (isBlank(scale) || scale.equals(one.scale()));
  }

  /** Whether what is known of the enterprise is enough to tell it. */
  boolean isCertain(ItemAudience.Member one) {
    return one.outcome() == MatchOutcome.MET
        || Boolean.TRUE.equals(oneFactAway) && one.decidingField() != null
        || Boolean.TRUE.equals(evidenceLeft) && one.evidenceLeft();
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }
}
