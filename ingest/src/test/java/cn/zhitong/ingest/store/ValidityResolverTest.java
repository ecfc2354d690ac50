package cn.zhitong.ingest.store;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.ingest.policy.PolicyStatus;
import cn.zhitong.ingest.store.ValidityResolver.Ending;
import cn.zhitong.ingest.store.ValidityResolver.Fact;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidityResolverTest {
  private static final LocalDate OLD = LocalDate.of(2019, 1, 1);
  private static final LocalDate NEW = LocalDate.of(2024, 1, 1);

  /** Whether a later text of the same title ends the earlier one. */
  @ParameterizedTest
  @CsvSource({
    "测试法,        全国人大,   全国人大常委会, AMENDED",
    "测试条例,      国务院,     中央军委,       AMENDED",
    "资金管理办法,  省工信厅,   省工信厅,       AMENDED",
    "资金管理办法,  省工信厅,   省科技厅,       IN_FORCE",
    "海关公告,      海关总署,   海关总署,       IN_FORCE",
  })
  void versions_besideNamesakes_areToldApart(
      String title, String first, String second, PolicyStatus after) {
    Fact older = fact(title, first, OLD);
    Fact newer = fact(title, second, NEW);

    Validity validity = ValidityResolver.of(older, List.of(older, newer), List.of());

    assertThat(validity.statusOn(NEW.minusDays(1))).isEqualTo(PolicyStatus.IN_FORCE);
    assertThat(validity.statusOn(NEW)).isEqualTo(after);
  }

  /** A title names what stood before; a number names one text. */
  @ParameterizedTest
  @CsvSource({
    "旧办法,   ,          350000, REPEALED",
    "旧办法,   ,          360000, IN_FORCE",
    "别的办法, ,          350000, IN_FORCE",
    "别的办法, 测政20191号, 360000, REPEALED",
    "旧办法,   测政20192号, 350000, IN_FORCE",
  })
  void text_namedAsRepealed_isEnded(
      String title, String number, String region, PolicyStatus after) {
    Fact older = fact("旧办法", "测试省政府", OLD);
    Fact by = fact("新办法", "测试省政府", NEW, region);

    Validity validity =
        ValidityResolver.of(older, List.of(older), List.of(new Ending(by, title, number, null)));

    assertThat(validity.statusOn(NEW)).isEqualTo(after);
  }

  private static Fact fact(String title, String issuer, LocalDate issuedOn) {
    return fact(title, issuer, issuedOn, "350000");
  }

  private static Fact fact(String title, String issuer, LocalDate issuedOn, String region) {
    return new Fact(
        UUID.randomUUID(),
        Set.of(title, "测政20191号"),
        title,
        "测政20191号",
        issuer,
        "province",
        region,
        "policy",
        issuedOn,
        null,
        null,
        null,
        PolicyStatus.IN_FORCE);
  }
}
