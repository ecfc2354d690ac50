package cn.zhitong.assistant.operation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A {@link BackupCipher} over chunks in their order. The header is its magic, 16 bytes of salt, 7
 * bytes that all nonces begin with; it is authenticated with each chunk.
 */
final class ChunkCipher {
  static final int CHUNK = 1 << 20;
  static final int TAG = 16;

  private static final int SALT = 16;
  private static final int PREFIX = 7;
  static final int HEADER = BackupCipher.MAGIC + SALT + PREFIX;

  private final BackupCipher by;
  private final SecretKeySpec key;
  private final byte[] header;
  private int number;

  private ChunkCipher(BackupCipher by, SecretKeySpec key, byte[] header) {
    this.by = by;
    this.key = key;
    this.header = header;
  }

  /** A header of a new file. */
  static byte[] newHeader(BackupCipher by) {
    byte[] random = new byte[SALT + PREFIX];
    new SecureRandom().nextBytes(random);
    return ByteBuffer.allocate(HEADER).put(by.magic()).put(random).array();
  }

  static ChunkCipher of(char[] passphrase, byte[] header) throws IOException {
    BackupCipher by = BackupCipher.ofStart(header).orElse(null);
    if (header.length != HEADER || by == null) {
      throw new IOException("文件开头不完整");
    }
    byte[] salt = Arrays.copyOfRange(header, BackupCipher.MAGIC, BackupCipher.MAGIC + SALT);
    try {
      return new ChunkCipher(by, by.key(passphrase, salt), header);
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  byte[] encrypt(byte[] chunk, int length, boolean last) throws GeneralSecurityException {
    return cipher(Cipher.ENCRYPT_MODE, last).doFinal(chunk, 0, length);
  }

  byte[] decrypt(byte[] sealed, boolean last) throws GeneralSecurityException {
    return cipher(Cipher.DECRYPT_MODE, last).doFinal(sealed);
  }

  private Cipher cipher(int mode, boolean last) throws GeneralSecurityException {
    byte[] nonce =
        ByteBuffer.allocate(PREFIX + 5)
            .put(header, HEADER - PREFIX, PREFIX)
            .putInt(number++)
            .put((byte) (last ? 1 : 0))
            .array();
    Cipher cipher = by.cipher();
    cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce));
    cipher.updateAAD(header);
    return cipher;
  }
}
