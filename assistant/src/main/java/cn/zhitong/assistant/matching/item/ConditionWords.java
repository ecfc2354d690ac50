package cn.zhitong.assistant.matching.item;

import cn.zhitong.assistant.matching.condition.ConditionLeaf;
import cn.zhitong.assistant.matching.condition.FactValue;
import cn.zhitong.assistant.matching.condition.IndustryNames;
import cn.zhitong.assistant.matching.condition.Operator;
import cn.zhitong.assistant.matching.condition.ReferencePeriod;
import cn.zhitong.assistant.matching.enterprise.FieldCatalogue;
import cn.zhitong.common.region.Gazetteer;
import cn.zhitong.common.region.Place;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** A condition in plain words, for people who read no operators. */
@ApplicationScoped
public class ConditionWords {
  private static final String SHARE = "share";

  private final Gazetteer gazetteer;

  @Inject
  ConditionWords(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /** 「上年度营业收入不低于 2000 万元」. */
  public String of(ConditionLeaf leaf) {
    if (leaf.op() == null) {
      return leaf.what() == null ? leaf.quote() : leaf.what();
    }
    String field = FieldCatalogue.name(leaf.field());
    boolean flag = leaf.values().size() == 1 && leaf.values().get(0) instanceof FactValue.Flag;
    if (flag) {
      return period(leaf.period()) + flag(field, leaf);
    }
    String values =
        leaf.values().stream().map(value -> value(leaf, value)).collect(Collectors.joining("、"));
    return switch (leaf.op()) {
      case HAS -> "具有有效的" + values + "资质";
      case OBTAINED -> period(leaf.period()) + "获得" + values + "（新认定）";
      case NEVER -> period(leaf.period()) + "未曾获得" + values;
      case BETWEEN -> period(leaf.period()) + field + "在 " + between(leaf) + "之间";
      default -> period(leaf.period()) + field + leaf.op().label() + " " + values + unit(leaf);
    };
  }

  private static String flag(String field, ConditionLeaf leaf) {
    boolean yes = ((FactValue.Flag) leaf.values().get(0)).value();
    boolean denied = leaf.op() == Operator.NEVER || leaf.op() == Operator.NOT_EQUAL;
    return (yes ^ denied ? "有：" : "没有：") + field;
  }

  private String between(ConditionLeaf leaf) {
    List<FactValue> ends = leaf.values();
    return value(leaf, ends.get(0)) + " 至 " + value(leaf, ends.get(1)) + " " + unit(leaf);
  }

  private String value(ConditionLeaf leaf, FactValue value) {
    String text = value.text();
    boolean place = leaf.op() == Operator.IN_REGION || leaf.op() == Operator.NOT_IN_REGION;
    if (place) {
      return gazetteer.byCode(text).map(Place::name).orElse(text);
    }
    if (leaf.op() == Operator.IN_INDUSTRY || leaf.op() == Operator.NOT_IN_INDUSTRY) {
      return IndustryNames.told(text);
    }
    if (SHARE.equals(leaf.unit()) && value.number().isPresent()) {
      BigDecimal percent = value.number().get().movePointRight(2).stripTrailingZeros();
      return percent.toPlainString() + "%";
    }
    return value.number().map(number -> number.stripTrailingZeros().toPlainString()).orElse(text);
  }

  private static String unit(ConditionLeaf leaf) {
    return leaf.unit() == null || SHARE.equals(leaf.unit()) ? "" : leaf.unit();
  }

  private static String period(ReferencePeriod period) {
    if (period == null) {
      return "";
    }
    return switch (period.kind()) {
      case LAST_YEAR -> "上年度";
      case CURRENT -> "本年度";
      case YEAR -> period.number() + "年";
      case LAST_N_YEARS -> "近" + period.number() + "年";
      case AVG_N_YEARS -> "近" + period.number() + "年平均";
      case EACH_N_YEARS -> "近" + period.number() + "年每年";
      case SINCE -> "自" + period.since() + "起";
    };
  }
}
