package cn.zhitong.assistant.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BackupCipherTest {
  private static final char[] PASSPHRASE = "a passphrase of the test".toCharArray();

  /** RFC 8998, appendix A.1. */
  @Test
  void sm4_ofTheKnownExample_givesItsCiphertext() throws Exception {
    HexFormat hex = HexFormat.of();
    Cipher cipher = BackupCipher.SM4.cipher();
    cipher.init(
        Cipher.ENCRYPT_MODE,
        new SecretKeySpec(hex.parseHex("0123456789abcdeffedcba9876543210"), "SM4"),
        new GCMParameterSpec(128, hex.parseHex("00001234567800000000abcd")));
    cipher.updateAAD(hex.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2"));
    byte[] plain =
        hex.parseHex(
            "aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
                + "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa");
    assertThat(hex.formatHex(cipher.doFinal(plain)))
        .isEqualTo(
            "17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
                + "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
                + "83de3541e4c2b58177e065a9bf7b62ec");
  }

  @ParameterizedTest
  @EnumSource(BackupCipher.class)
  void encrypted_readBack_isTheSame_andCutOrUnderAnotherKeyIsRefused(BackupCipher by)
      throws Exception {
    byte[] plain = new byte[ChunkCipher.CHUNK + 77];
    Arrays.fill(plain, (byte) 7);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (EncryptedOutput sealed = new EncryptedOutput(out, PASSPHRASE, by)) {
      sealed.write(plain);
    }
    byte[] bytes = out.toByteArray();
    assertThat(BackupCipher.ofStart(bytes)).contains(by);
    assertThat(read(bytes, PASSPHRASE)).isEqualTo(plain);
    // Whole chunks cut off are found too.
    byte[] cut = Arrays.copyOf(bytes, ChunkCipher.HEADER + ChunkCipher.CHUNK + ChunkCipher.TAG);
    assertThatThrownBy(() -> read(cut, PASSPHRASE)).hasMessageContaining("损坏");
    assertThatThrownBy(() -> read(bytes, "another passphrase".toCharArray()))
        .hasMessageContaining("口令不对");
  }

  @Test
  void start_ofAnotherFile_namesNoCipher() {
    assertThat(BackupCipher.ofStart("ZTBACKUP3\n".getBytes(StandardCharsets.US_ASCII))).isEmpty();
    assertThat(BackupCipher.ofStart(new byte[3])).isEmpty();
    assertThat(BackupCipher.named("des")).isEmpty();
  }

  private static byte[] read(byte[] bytes, char[] passphrase) throws Exception {
    try (EncryptedInput in = new EncryptedInput(new ByteArrayInputStream(bytes), passphrase)) {
      return in.readAllBytes();
    }
  }
}
