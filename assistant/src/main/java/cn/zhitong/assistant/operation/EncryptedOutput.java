package cn.zhitong.assistant.operation;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Encrypts a stream in chunks of 1 MiB by AES-256-GCM. Each chunk's nonce has its number and
 * whether it is the last, so that none can be left out, moved or cut off.
 */
final class EncryptedOutput extends OutputStream {
  private final OutputStream out;
  private final ChunkCipher cipher;
  private final byte[] chunk = new byte[ChunkCipher.CHUNK];
  private int filled;
  private boolean closed;

  EncryptedOutput(OutputStream out, char[] passphrase) throws IOException {
    byte[] header = Arrays.copyOf(ChunkCipher.MAGIC, ChunkCipher.HEADER);
    byte[] random = new byte[ChunkCipher.HEADER - ChunkCipher.MAGIC.length];
    new SecureRandom().nextBytes(random);
    System.arraycopy(random, 0, header, ChunkCipher.MAGIC.length, random.length);
    this.out = out;
    this.cipher = ChunkCipher.of(passphrase, header);
    out.write(header);
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int from = offset;
    int left = length;
    while (left > 0) {
      if (filled == chunk.length) {
        flushChunk(false);
      }
      int taken = Math.min(left, chunk.length - filled);
      System.arraycopy(bytes, from, chunk, filled, taken);
      filled += taken;
      from += taken;
      left -= taken;
    }
  }

  private void flushChunk(boolean last) throws IOException {
    try {
      out.write(cipher.encrypt(chunk, filled, last));
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
    filled = 0;
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      flushChunk(true);
      out.close();
    }
  }
}
