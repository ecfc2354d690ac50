package cn.zhitong.assistant.matching;

import static cn.zhitong.assistant.security.TestLogin.as;
import static cn.zhitong.assistant.security.TestLogin.token;

import cn.zhitong.assistant.security.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Published items and enterprise files for tests. */
public final class TestItems {
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  private TestItems() {}

  /** An item for enterprises of a staff up to so many; its id. */
  public static String published(String title, int mostStaff, Map<String, Object> more) {
    Map<String, Object> leaf =
        Map.of(
            "type",
            "leaf",
            "field",
            "staff",
            "op",
            "<=",
            "value",
            mostStaff,
            "quote",
            "从业人员",
            "strength",
            "hard",
            "mode",
            "data");
    Map<String, Object> item = new HashMap<>();
    item.put("title", title);
    item.put("text", "从业人员" + mostStaff + "人以下的企业。");
    item.put("conditions", leaf);
    item.put("kind", "奖补");
    item.put("mode", "普通");
    item.put("department", "市经信局");
    item.put("amount", "最高10万元");
    item.putAll(more);
    String id =
        as(Role.PUBLISHER)
            .body(item)
            .post("/api/items")
            .then()
            .statusCode(201)
            .extract()
            .path("itemId");
    publish(id, mostStaff);
    return id;
  }

  /** Confirms and publishes the newest version. */
  public static void publish(String id, int mostStaff) {
    String path = "/api/items/" + id;
    as(Role.PUBLISHER).body("{}").post(path + "/confirmations").then().statusCode(200);
    List<Map<String, Object>> examples =
        List.of(
            example("甲", "met", List.of(staff(mostStaff))),
            example("乙", "not_met", List.of(staff(mostStaff + 1))),
            example("丙", "unknown", List.of()));
    as(Role.PUBLISHER)
        .body(Map.of("examples", examples))
        .put(path + "/examples")
        .then()
        .statusCode(200);
    as(Role.PUBLISHER).post(path + "/publication").then().statusCode(200);
  }

  private static Map<String, Object> example(String name, String expected, List<?> facts) {
    return Map.of("name", name, "expected", expected, "facts", facts, "asOf", "2024-06-30");
  }

  private static Map<String, Object> staff(int number) {
    return fact("staff", number);
  }

  public static Map<String, Object> fact(String field, Object value) {
    return Map.of("field", field, "value", value, "source", "例", "observedAt", "2024-06-30");
  }

  /**
   * An enterprise with a file.
   *
   * @param staff null where it is not known
   */
  public static void enterprise(String code, String name, Integer staff, Object... more) {
    List<Object> facts = new ArrayList<>();
    if (staff != null) {
      facts.add(staff(staff));
    }
    for (int i = 0; i < more.length; i += 2) {
      facts.add(fact((String) more[i], more[i + 1]));
    }
    token()
        .body(Map.of("name", name, "facts", facts))
        .put("/api/enterprises/" + code)
        .then()
        .statusCode(200);
  }

  /** Where it is told; either may be null. */
  public static void contact(String code, String email, String phone) {
    Map<String, Object> body = new HashMap<>();
    body.put("email", email);
    body.put("phone", phone);
    token().body(body).put("/api/enterprises/" + code + "/contact").then().statusCode(204);
  }

  /** A credit code that holds, by a number below a hundred million. */
  public static String code(String start, int number) {
    String head = start + String.format("%0" + (17 - start.length()) + "d", number);
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < head.length(); i++) {
      sum += ALPHABET.indexOf(head.charAt(i)) * weight;
      weight = weight * 3 % 31;
    }
    return head + ALPHABET.charAt((31 - sum % 31) % 31);
  }
}
