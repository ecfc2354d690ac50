package cn.zhitong.ingest.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhitong.common.region.Level;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetadataFieldsTest {
  /** A value of each field's type, told apart by the field's name. */
  private static PolicyMetadata whole() {
    Map<String, Object> values = new HashMap<>();
    for (MetadataFields.Field field : MetadataFields.ALL) {
      Object value =
          field.type() == String.class
              ? field.name()
              : field.type() == LocalDate.class
                  ? LocalDate.of(2026, 1, 1).plusDays(field.name().hashCode() % 300)
                  : field.isCoded()
                      ? ((Class<?>) field.type()).getEnumConstants()[0]
                      : field.isTexts()
                          ? List.of(field.name())
                          : List.of(new PolicyMetadata.Superseded("旧文件", null, null));
      values.put(field.name(), value);
    }
    return MetadataFields.of(values);
  }

  @Test
  void metadata_takenApartAndMadeAgain_isTheSame() {
    assertThat(MetadataFields.known(whole())).hasSameSizeAs(MetadataFields.ALL);
    assertThat(MetadataFields.of(MetadataFields.known(whole()))).isEqualTo(whole());
    assertThat(whole().toBuilder().build()).isEqualTo(whole());
    assertThat(MetadataFields.known(PolicyMetadata.builder().build())).isEmpty();
  }

  @Test
  void metadata_laidOverOther_winsWhereItIsKnown() {
    PolicyMetadata above =
        PolicyMetadata.builder().title("上").level(Level.CITY).themes(List.of()).build();
    PolicyMetadata laid = MetadataFields.laid(above, whole());
    assertThat(laid)
        .isEqualTo(
            whole().toBuilder().title("上").level(Level.CITY).themes(List.of("themes")).build());
  }

  @Test
  void code_thatIsNone_isRefused() {
    MetadataFields.Field level =
        MetadataFields.ALL.stream().filter(f -> f.name().equals("level")).findFirst().orElseThrow();
    assertThat(level.coded("city")).isEqualTo(Level.CITY);
    assertThat(level.coded(null)).isNull();
    assertThatThrownBy(() -> level.coded("town")).isInstanceOf(IllegalArgumentException.class);
  }
}
