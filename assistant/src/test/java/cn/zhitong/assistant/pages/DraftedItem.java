package cn.zhitong.assistant.pages;

import cn.zhitong.assistant.security.TestLogin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A new item whose conditions nobody has confirmed yet, for tests of its desk. */
final class DraftedItem {
  private DraftedItem() {}

  /**
   * @param leaves all of which must hold
   * @return its id
   */
  static String of(String title, String text, List<Map<String, Object>> leaves) {
    return TestLogin.token()
        .body(
            Map.of(
                "title",
                title,
                "text",
                text,
                "conditions",
                Map.of("type", "all", "children", leaves)))
        .post("/api/items")
        .then()
        .statusCode(201)
        .extract()
        .path("itemId");
  }

  /**
   * @param unit empty for none
   */
  static Map<String, Object> leaf(
      String field, String op, Object value, String unit, String quote) {
    Map<String, Object> leaf = new LinkedHashMap<>();
    leaf.put("type", "leaf");
    leaf.put("field", field);
    leaf.put("op", op);
    leaf.put("value", value);
    if (!unit.isEmpty()) {
      leaf.put("unit", unit);
    }
    leaf.put("quote", quote);
    leaf.put("strength", "hard");
    leaf.put("mode", "data");
    return leaf;
  }
}
