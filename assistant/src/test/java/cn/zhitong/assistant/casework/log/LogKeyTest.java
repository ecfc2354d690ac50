package cn.zhitong.assistant.casework.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogKeyTest {
  private static final LogKey KEY = LogKey.of("0123456789abcdef0123456789abcdef");

  @Test
  void key_ofTheSameSecret_isTheSame() {
    LogKey again = LogKey.of("0123456789abcdef0123456789abcdef\n");
    assertThat(again.id()).isEqualTo(KEY.id());
    assertThat(again.signed("x", KEY.sign("x"))).isTrue();
    assertThat(LogKey.of("another secret, as long").id()).isNotEqualTo(KEY.id());
  }

  @Test
  void seal_ofOtherContentOrKey_saysSo() {
    assertThat(KEY.problem(KEY.seal("a"), "a")).isEmpty();
    assertThat(KEY.problem(KEY.seal("a"), "b").orElseThrow()).contains("改动");
    assertThat(KEY.problem(LogKey.of("another").seal("a"), "a").orElseThrow()).contains("另一把");
    assertThat(KEY.problem(null, "a").orElseThrow()).contains("没有签封");
  }

  @Test
  void head_readBack_isAsSigned_andRefusedWhenChanged() {
    LogHead head =
        new LogHead(
            LocalDate.of(2026, 3, 1),
            Instant.parse("2026-03-01T16:00:00Z"),
            3,
            17,
            "ab",
            "-",
            KEY.publicKey());
    String text = head.signedBy(KEY);
    assertThat(LogHead.read(text, KEY)).isEqualTo(head);
    assertThatThrownBy(() -> LogHead.read(text.replace("events 17", "events 16"), KEY))
        .hasMessageContaining("签名不符");
    assertThatThrownBy(() -> LogHead.read("cases 3", KEY)).hasMessageContaining("不是");
  }

  @Test
  void sealedMark_onceWritten_stands(@TempDir Path folder) {
    LogKeyHolder keys = new LogKeyHolder("a secret of many characters", folder);
    assertThat(keys.allSealed()).isFalse();
    keys.sealedAll();
    assertThat(keys.allSealed()).isTrue();
    assertThat(new LogKeyHolder(null, folder).key()).isEmpty();
    assertThatThrownBy(() -> new LogKeyHolder("short", folder)).hasMessageContaining("20");
  }
}
