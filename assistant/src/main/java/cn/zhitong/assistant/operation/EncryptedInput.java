package cn.zhitong.assistant.operation;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;

/**
 * Reads what {@link EncryptedOutput} wrote; nothing of a chunk is given out before it is proved.
 */
final class EncryptedInput extends InputStream {
  private final BufferedInputStream in;
  private final ChunkCipher cipher;
  private byte[] chunk = new byte[0];
  private int position;
  private boolean last;

  EncryptedInput(InputStream in, char[] passphrase) throws IOException {
    this.in = new BufferedInputStream(in, 1 << 16);
    this.cipher = ChunkCipher.of(passphrase, this.in.readNBytes(ChunkCipher.HEADER));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    while (position == chunk.length) {
      if (last) {
        return -1;
      }
      next();
    }
    int taken = Math.min(length, chunk.length - position);
    System.arraycopy(chunk, position, bytes, offset, taken);
    position += taken;
    return taken;
  }

  private void next() throws IOException {
    byte[] sealed = in.readNBytes(ChunkCipher.CHUNK + ChunkCipher.TAG);
    in.mark(1);
    last = in.read() < 0;
    in.reset();
    try {
      chunk = cipher.decrypt(sealed, last);
      position = 0;
    } catch (GeneralSecurityException e) {
      throw new BackupRefusal("口令不对，或者文件已损坏", e);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
