package cn.zhitong.assistant.matching.condition;

import java.util.Map;

/** Names of one qualification: texts and registers call it differently. */
public final class QualificationNames {
  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          Map.entry("国家高新技术企业", "高新技术企业"),
          Map.entry("国家级高新技术企业", "高新技术企业"),
          Map.entry("国家重点扶持的高新技术企业", "高新技术企业"),
          Map.entry("高企", "高新技术企业"),
          Map.entry("国家科技型中小企业", "科技型中小企业"),
          Map.entry("国家级专精特新小巨人企业", "专精特新小巨人企业"),
          Map.entry("国家专精特新小巨人企业", "专精特新小巨人企业"),
          Map.entry("专精特新“小巨人”企业", "专精特新小巨人企业"),
          Map.entry("国家级专精特新“小巨人”企业", "专精特新小巨人企业"));

  private QualificationNames() {}

  /** The one name that the catalogue uses. */
  public static String canonical(String name) {
    String plain = name.strip();
    return ALIASES.getOrDefault(plain, plain);
  }
}
