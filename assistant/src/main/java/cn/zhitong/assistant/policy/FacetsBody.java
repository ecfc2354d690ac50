package cn.zhitong.assistant.policy;

import cn.zhitong.common.region.Gazetteer;
import cn.zhitong.common.region.Level;
import cn.zhitong.common.region.Place;
import cn.zhitong.ingest.policy.PolicyKind;
import cn.zhitong.ingest.policy.PolicyStatus;
import cn.zhitong.ingest.store.PolicyFacets;
import cn.zhitong.ingest.store.PolicyFacets.Facet;
import java.util.List;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the list can be narrowed to, value by value. */
@Schema(name = "PolicyFacets")
record FacetsBody(
    List<Value> level,
    List<Value> region,
    List<Value> theme,
    List<Value> industry,
    List<Value> kind,
    List<Value> status) {

  /** One value with the number of policies that choosing it would show. */
  @Schema(name = "PolicyFacetValue")
  record Value(
      @Schema(description = "筛选参数的取值", example = "350000") String value,
      @Schema(description = "显示的名称", example = "福建省") String label,
      int count) {}

  static FacetsBody of(PolicyFacets facets, Gazetteer gazetteer) {
    return new FacetsBody(
        values(facets, Facet.LEVEL, code -> Level.ofCode(code).label()),
        values(
            facets,
            Facet.REGION,
            code ->
                Place.COUNTRY.equals(code)
                    ? "全国"
                    : gazetteer.byCode(code).map(Place::name).orElse(code)),
        values(facets, Facet.THEME, theme -> theme),
        values(facets, Facet.INDUSTRY, FacetsBody::industry),
        values(facets, Facet.KIND, code -> PolicyKind.ofCode(code).label()),
        values(facets, Facet.STATUS, code -> PolicyStatus.ofCode(code).label()));
  }

  private static List<Value> values(PolicyFacets facets, Facet facet, UnaryOperator<String> label) {
    return facets.of(facet).stream()
        .map(one -> new Value(one.value(), label.apply(one.value()), one.count()))
        .toList();
  }

  /** Sections of GB/T 4754-2017. */
  private static String industry(String section) {
    return switch (section) {
      case "A" -> "农、林、牧、渔业";
      case "B" -> "采矿业";
      case "C" -> "制造业";
      case "D" -> "电力、热力、燃气及水生产和供应业";
      case "E" -> "建筑业";
      case "F" -> "批发和零售业";
      case "G" -> "交通运输、仓储和邮政业";
      case "H" -> "住宿和餐饮业";
      case "I" -> "信息传输、软件和信息技术服务业";
      case "J" -> "金融业";
      case "K" -> "房地产业";
      case "L" -> "租赁和商务服务业";
      case "M" -> "科学研究和技术服务业";
      case "N" -> "水利、环境和公共设施管理业";
      case "O" -> "居民服务、修理和其他服务业";
      case "P" -> "教育";
      case "Q" -> "卫生和社会工作";
      case "R" -> "文化、体育和娱乐业";
      case "S" -> "公共管理、社会保障和社会组织";
      case "T" -> "国际组织";
      default -> section;
    };
  }
}
