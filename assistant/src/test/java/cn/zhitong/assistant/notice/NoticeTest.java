package cn.zhitong.assistant.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NoticeTest {

  @Test
  void without_whoDidIt_keepsAllElse() {
    UUID application = UUID.fromString("00000000-0000-7000-8000-000000000001");
    Notice notice =
        new Notice(
            null,
            "application.urged",
            "4",
            "市经信局",
            "申报被催办",
            "申报被催办",
            null,
            Map.of(),
            Instant.EPOCH,
            List.of("甲", "乙"),
            application);
    Notice others = notice.without("甲");
    assertThat(others.accounts()).containsExactly("乙");
    assertThat(others).usingRecursiveComparison().ignoringFields("accounts").isEqualTo(notice);
  }
}
