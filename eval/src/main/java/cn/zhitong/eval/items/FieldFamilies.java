package cn.zhitong.eval.items;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Fields near enough that one stands for the other when it is asked whether a leaf was found. */
final class FieldFamilies {
  private static final String OWN = "custom";

  private static final Map<String, List<String>> MEMBERS =
      Map.ofEntries(
          Map.entry("place", List.of("region", "tax_region", "stat_region", "zone")),
          Map.entry("entity", List.of("legal_person", "form")),
          Map.entry("turnover", List.of("revenue", "revenue_growth", "main_revenue_ratio")),
          Map.entry(
              "people",
              List.of(
                  "staff",
                  "rd_staff",
                  "insured_staff",
                  "rd_staff_ratio",
                  "tech_staff_ratio",
                  "college_ratio")),
          Map.entry("rd", List.of("rd_expense", "rd_ratio", "rd_growth")),
          Map.entry(
              "investment",
              List.of("fixed_investment", "equipment_investment", "project_investment")),
          Map.entry("tax", List.of("tax_paid", "unit_area_tax")),
          Map.entry(
              "ip",
              List.of(
                  "patents_valid",
                  "inventions",
                  "utility_models",
                  "software_copyrights",
                  "own_ip")),
          Map.entry(
              "conduct",
              List.of(
                  "dishonesty",
                  "major_violation",
                  "safety_accident",
                  "environment_violation",
                  "tax_violation",
                  "credit_rating")),
          Map.entry("funding", List.of("other_funding", "application_count")),
          Map.entry("scale", List.of("scale", "above_scale")));

  private static final Map<String, String> FAMILIES = byMember();

  private FieldFamilies() {}

  /** The family's name, the field itself where it has none. */
  static String of(String field) {
    return isOwn(field) ? OWN : FAMILIES.getOrDefault(field, field);
  }

  /** Whether this is a field that the catalogue does not have; its name is free. */
  static boolean isOwn(String field) {
    return field.startsWith(OWN + ":");
  }

  private static Map<String, String> byMember() {
    Map<String, String> families = new HashMap<>();
    MEMBERS.forEach((family, fields) -> fields.forEach(field -> families.put(field, family)));
    return families;
  }
}
