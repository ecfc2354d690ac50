package cn.zhitong.assistant.casework.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogKeyTest {
  private static final LogKey KEY =
      LogKey.of("0123456789abcdef0123456789abcdef", LogCryptography.INTERNATIONAL);

  @Test
  void key_ofTheSameSecret_isTheSame() {
    LogKey again = LogKey.of("0123456789abcdef0123456789abcdef\n", LogCryptography.INTERNATIONAL);
    assertThat(again.id()).isEqualTo(KEY.id());
    assertThat(again.signed("x", KEY.sign("x"))).isTrue();
    assertThat(LogKey.of("another secret, as long", LogCryptography.INTERNATIONAL).id())
        .isNotEqualTo(KEY.id());
  }

  @Test
  void seal_ofOtherContentOrKey_saysSo() {
    assertThat(KEY.problem(KEY.seal("a"), "a")).isEmpty();
    assertThat(KEY.problem(KEY.seal("a"), "b").orElseThrow()).contains("改动");
    assertThat(
            KEY.problem(LogKey.of("another", LogCryptography.INTERNATIONAL).seal("a"), "a")
                .orElseThrow())
        .contains("另一把");
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

  /** So that the setting can be changed at any time, on one node after another. */
  @Test
  void seal_writtenByTheOtherCryptography_holds() {
    LogKey sm = LogKey.of("0123456789abcdef0123456789abcdef", LogCryptography.SM);
    assertThat(sm.id()).isEqualTo(KEY.id());
    assertThat(sm.publicKey()).isNotEqualTo(KEY.publicKey());
    assertThat(sm.seal("a")).isNotEqualTo(KEY.seal("a"));
    assertThat(KEY.problem(sm.seal("a"), "a")).isEmpty();
    assertThat(sm.problem(KEY.seal("a"), "a")).isEmpty();
    assertThat(KEY.problem(sm.seal("a"), "b").orElseThrow()).contains("改动");
    String signature = sm.sign("x");
    assertThat(KEY.signed("x", signature)).isTrue();
    assertThat(sm.signed("x", KEY.sign("x"))).isTrue();
    assertThat(KEY.signed("y", signature)).isFalse();
    assertThat(KEY.signed("x", "no signature")).isFalse();
    assertThat(LogKey.of("another secret, as long", LogCryptography.SM).signed("x", signature))
        .isFalse();
  }

  /** Anybody can check a head with the public key that stands in it: here by another program. */
  @Test
  void sm2Signature_byItsPublicKeyAlone_isVerified() throws Exception {
    LogKey sm = LogKey.of("0123456789abcdef0123456789abcdef", LogCryptography.SM);
    Provider provider = new BouncyCastleProvider();
    Signature verifier = Signature.getInstance("SM3withSM2", provider);
    verifier.initVerify(
        KeyFactory.getInstance("EC", provider)
            .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(sm.publicKey()))));
    verifier.update("x".getBytes(StandardCharsets.UTF_8));
    assertThat(verifier.verify(Base64.getDecoder().decode(sm.sign("x")))).isTrue();
  }
}
