package cn.zhitong.assistant.operation;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;

/**
 * Encrypts a stream in chunks of 1 MiB by a {@link BackupCipher}. Each chunk's nonce has its number
 * and whether it is the last, so that none can be left out, moved or cut off.
 */
final class EncryptedOutput extends OutputStream {
  private final OutputStream out;
  private final ChunkCipher cipher;
  private final byte[] chunk = new byte[ChunkCipher.CHUNK];
  private int filled;
  private boolean closed;

  EncryptedOutput(OutputStream out, char[] passphrase, BackupCipher by) throws IOException {
    byte[] header = ChunkCipher.newHeader(by);
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
