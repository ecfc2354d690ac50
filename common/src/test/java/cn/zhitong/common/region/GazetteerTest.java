package cn.zhitong.common.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GazetteerTest {
  private final Gazetteer gazetteer = Gazetteer.standard();

  @Test
  void places_ofTheStandard_haveLevelsAndWhatIsAbove() {
    assertThat(gazetteer.byCode("350203").orElseThrow().level()).isEqualTo(Level.COUNTY);
    assertThat(gazetteer.ancestors("350203")).containsExactly("350200", "350000", "000000");
    assertThat(gazetteer.ancestors("110105")).containsExactly("110000", "000000");
    assertThat(gazetteer.byName("福建")).extracting(Place::code).containsExactly("350000");
    assertThat(gazetteer.provinceOfNumber("闽政办〔2030〕1号")).contains("350000");
  }

  @Test
  void places_ofOneName_areToldApartByWhatIsNamedBefore() {
    assertThat(codes("南京市鼓楼区")).containsExactly("320100", "320106");
    assertThat(codes("福州市的企业，搬到鼓楼区")).containsExactly("350100", "350102");
    assertThat(gazetteer.find("鼓楼区").get(0).place()).isEmpty();
    assertThat(gazetteer.find("鼓楼区", "350000").get(0).place().orElseThrow().code())
        .isEqualTo("350102");
  }

  @Test
  void zones_withoutACode_areFound() {
    assertThat(codes("平潭综合实验区和大连高新区")).containsExactly("350128:平潭综合实验区", "210200:高新区");
    assertThat(gazetteer.ancestors("210200:高新区")).containsExactly("210200", "210000", "000000");
    assertThat(gazetteer.governing("210200:高新区")).isEqualTo("210200");
  }

  /** GB/T 2260 with its 34 provinces, 333 cities and all counties; none hangs in the air. */
  @Test
  void gazetteer_read_holdsTheWholeStandardAndZonesUnderTheirParents() throws Exception {
    List<String> codes;
    try (var in = getClass().getResourceAsStream("/region/gb2260.csv")) {
      codes =
          new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(line -> line.substring(0, 6))
              .toList();
    }
    Gazetteer gazetteer = Gazetteer.standard();
    assertThat(codes).doesNotHaveDuplicates();
    assertThat(codes.stream().filter(code -> code.endsWith("0000"))).hasSize(34);
    assertThat(codes.stream().filter(code -> code.matches("..(?!00)..00"))).hasSize(333);
    assertThat(codes).hasSizeGreaterThan(3200);
    assertThat(codes)
        .allSatisfy(
            code -> assertThat(gazetteer.ancestors(code)).isNotEmpty().endsWith(Place.COUNTRY));
    assertThat(gazetteer.byName("平潭综合实验区").get(0).parent()).isEqualTo("350128");
    assertThat(gazetteer.byName("金普新区").get(0).parent()).isEqualTo("210200");
    assertThat(gazetteer.isWithin("210200:金普新区", "210000")).isTrue();
  }

  @Test
  void places_ofTheCaller_areTaken() {
    Gazetteer more =
        gazetteer.with(List.of(Gazetteer.place("990000", "云泽省"), Gazetteer.place("990100", "临溪市")));
    assertThat(more.find("云泽省临溪市").stream().map(m -> m.place().orElseThrow().code()))
        .containsExactly("990000", "990100");
    assertThat(more.ancestors("990100")).containsExactly("990000", "000000");
    assertThat(gazetteer.byCode("990000")).isEmpty();
  }

  @Test
  void words_thatOnlyLookLikePlaces_areLeft() {
    assertThat(codes("到市中区域开会，大同小异")).isEmpty();
    assertThat(codes("中山路与北京东路")).doesNotContain("442000");
  }

  private List<String> codes(String text) {
    return gazetteer.find(text).stream().map(m -> m.place().orElseThrow().code()).toList();
  }
}
