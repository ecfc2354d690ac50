package cn.zhitong.common.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DumpProgramsTest {
  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://a:5432/z, postgresql://a:5432/z",
    "jdbc:postgresql://a:5432/z?sslmode=require&loggerLevel=OFF, postgresql://a:5432/z?sslmode=require",
    // Else the dump might be taken of whichever host is asked first.
    "'jdbc:postgresql://a:5432,b:5433/z?targetServerType=primary',"
        + "'postgresql://a:5432,b:5433/z?target_session_attrs=read-write'",
  })
  void uri_ofADatabase_isLibpqs(String jdbcUrl, String uri) {
    assertThat(new DumpPrograms.Target(jdbcUrl, "u", "p").uri()).isEqualTo(uri);
  }
}
