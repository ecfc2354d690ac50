package cn.zhitong.assistant.matching.item;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.condition.ConditionCodec;
import cn.zhitong.assistant.matching.extraction.ItemDraft;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;

/**
 * An item in the API's form, as it is extracted, sent in and stored.
 *
 * @param conditions the tree of the contract
 * @param policyId the policy it is a part of, or null
 * @param region GB/T 2260 code of its issuer, or null
 * @param exclusions items that cannot be had beside it, with the clause that says so
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ItemContent(
    String title,
    String text,
    String clause,
    Integer start,
    Integer end,
    String object,
    JsonNode conditions,
    String amount,
    List<String> materials,
    WindowBody window,
    String mode,
    String department,
    String kind,
    List<TierBody> tiers,
    List<String> doubts,
    String policyId,
    String region,
    List<ExclusionBody> exclusions) {
  public ItemContent {
    materials = materials == null ? List.of() : List.copyOf(materials);
    tiers = tiers == null ? List.of() : List.copyOf(tiers);
    doubts = doubts == null ? List.of() : List.copyOf(doubts);
    exclusions = exclusions == null ? List.of() : List.copyOf(exclusions);
  }

  /** When one can apply; days may be null. */
  public record WindowBody(LocalDate from, LocalDate to, String text) {
    /** Whether it is open on a day; a window without days always is. */
    public boolean isOpen(LocalDate day) {
      return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
  }

  /** An amount with its conditions. */
  public record TierBody(JsonNode conditions, String amount) {}

  /** 互斥, 就高, 同一项目不重复, by another item's id or words. */
  public record ExclusionBody(String itemId, String kind, String quote) {}

  /** The typed tree. */
  public Condition tree() {
    return ConditionCodec.read(conditions);
  }

  static ItemContent of(ItemDraft draft, String policyId, String region) {
    return new ItemContent(
        draft.title(),
        draft.text(),
        draft.clause(),
        draft.start(),
        draft.end(),
        draft.object(),
        ConditionCodec.write(draft.conditions()),
        draft.amount(),
        draft.materials(),
        draft.window() == null
            ? null
            : new WindowBody(draft.window().from(), draft.window().to(), draft.window().text()),
        draft.mode(),
        draft.department(),
        draft.kind(),
        draft.tiers().stream()
            .map(tier -> new TierBody(ConditionCodec.write(tier.conditions()), tier.amount()))
            .toList(),
        draft.doubts(),
        policyId,
        region,
        List.of());
  }
}
