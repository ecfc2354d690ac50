package cn.zhitong.assistant.casework.imports;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.common.region.Gazetteer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Places as lists write them. */
class PlaceNamesTest {
  private static final Gazetteer GAZETTEER =
      Gazetteer.standard()
          .with(
              List.of(
                  Gazetteer.place("990000", "云泽省"),
                  Gazetteer.place("990100", "澜州市"),
                  Gazetteer.zone("990100", "澜州经济开发区")));

  private final PlaceNames names = of(null, null);

  private static PlaceNames of(String... departments) {
    return new PlaceNames(GAZETTEER, () -> Arrays.asList(departments));
  }

  @ParameterizedTest
  @CsvSource({
    "350100, 350100",
    "福州市, 350100",
    "福建省福州市, 350100",
    "福建省 福州市 鼓楼区, 350102",
    "福州市/鼓楼区, 350102",
    "福建省-厦门市-思明区, 350203",
    "澜州市, 990100",
    "云泽省澜州市, 990100",
    "云泽省, 990000",
    "澜州经济开发区, 990100",
    "福建省福州市鼓楼区东街口街道, 350102",
  })
  void place_thatIsKnown_hasItsCode(String text, String code) {
    assertThat(names.code(text)).contains(code);
  }

  @ParameterizedTest
  @CsvSource({"鼓楼区", "全省", "全市", "开发区", "某某星球", "临川市东湖区", "全国"})
  void place_thatIsNoneOrSeveral_hasNone(String text) {
    assertThat(names.code(text)).isEmpty();
  }

  @Test
  void whole_ofThePlaceThatDepartmentsAreOf_isThatPlace() {
    assertThat(of("990100", null, "990000").code("全省")).contains("990000");
    assertThat(of("990100", "990000").code("全市")).contains("990100");
    assertThat(of("350102", "350203").code("本省")).contains("350000");
    assertThat(of("350102", "350203").code("全市")).as("of two cities").isEmpty();
  }
}
