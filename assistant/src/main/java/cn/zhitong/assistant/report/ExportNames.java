package cn.zhitong.assistant.report;

import cn.zhitong.common.region.Gazetteer;
import cn.zhitong.common.region.Place;
import java.util.Map;

/** What the pages call what the API gives as a code; a code without a name stays. */
final class ExportNames {
  private static final Map<String, String> CHANNELS =
      Map.of("widget", "网页", "form", "表单", "hotline", "热线", "import", "导入", "api", "接口");

  private static final Map<String, String> MODELS = Map.of("day-one-1", "首日（未训练）");

  private ExportNames() {}

  static String channel(String code) {
    return CHANNELS.getOrDefault(code, code);
  }

  static String model(String version) {
    return MODELS.getOrDefault(version, version);
  }

  /** Null stays null. */
  static String region(String code, Gazetteer gazetteer) {
    return code == null ? null : gazetteer.byCode(code).map(Place::name).orElse(code);
  }
}
