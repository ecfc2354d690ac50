package cn.zhitong.assistant.policy;

import static cn.zhitong.assistant.security.TestLogin.visitor;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import cn.zhitong.assistant.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class PlaceResourceTest {
  @Test
  void places_byName_comeWithThePlacesAboveThem() {
    visitor()
        .get("/api/places?q=鼓楼区")
        .then()
        .statusCode(200)
        .body("items.name", hasItem("福建省福州市鼓楼区"))
        .body("items.name", hasItem("江苏省南京市鼓楼区"));
  }

  @Test
  void places_afterThePlaceAbove_areFoundThere() {
    for (String words : new String[] {"福州鼓楼区", "福建省福州市鼓楼区"}) {
      visitor()
          .get("/api/places?q=" + words)
          .then()
          .body("items", hasSize(1))
          .body("items[0].code", equalTo("350102"));
    }
  }

  @Test
  void places_byShortName_haveThatOneFirst() {
    visitor()
        .get("/api/places?q=福建")
        .then()
        .body("items[0].code", equalTo("350000"))
        .body("items.size()", lessThanOrEqualTo(12));
  }

  @Test
  void places_withoutWords_areNone() {
    visitor().get("/api/places").then().statusCode(200).body("items", hasSize(0));
  }
}
