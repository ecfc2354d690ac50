package cn.zhitong.common.embedding;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Vectors by key in two append-only files that several processes share: {@code .keys} has 20 bytes
 * a record (a 16-byte key and the vector's CRC-32), {@code .vectors} the vector at the same place.
 * Appending takes the operating system's lock, which a killed process gives up; a torn tail is
 * written over by the next append, and a vector that does not fit its checksum counts as missing.
 * Not thread-safe: {@link VectorCache} guards it.
 */
final class VectorFile implements AutoCloseable {
  private static final int KEY_BYTES = 20;

  private final FileChannel keys;
  private final FileChannel vectors;
  private final int dimensions;
  private final Map<Key, Integer> places = new HashMap<>();
  private int read;

  /** First 16 bytes of the digest of a text. */
  record Key(long high, long low) {}

  record Entry(Key key, float[] vector) {}

  VectorFile(Path folder, String name, int dimensions) throws IOException {
    this.dimensions = dimensions;
    this.keys = open(folder.resolve(name + ".keys"));
    this.vectors = open(folder.resolve(name + ".vectors"));
    refresh();
  }

  private static FileChannel open(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  int size() {
    return read;
  }

  /** Takes in what other processes have appended. */
  void refresh() throws IOException {
    int whole = (int) (keys.size() / KEY_BYTES);
    if (whole <= read) {
      return;
    }
    ByteBuffer buffer = ByteBuffer.allocate((whole - read) * KEY_BYTES);
    readFully(keys, buffer, (long) read * KEY_BYTES);
    for (int place = read; place < whole && buffer.remaining() >= KEY_BYTES; place++) {
      places.put(new Key(buffer.getLong(), buffer.getLong()), place);
      buffer.getInt();
    }
    read = whole;
  }

  /** The vector, or null where there is none that fits its checksum. */
  float[] get(Key key) throws IOException {
    Integer place = places.get(key);
    if (place == null) {
      return null;
    }
    ByteBuffer crc = ByteBuffer.allocate(4);
    readFully(keys, crc, (long) place * KEY_BYTES + 16);
    ByteBuffer bytes = ByteBuffer.allocate(dimensions * Float.BYTES);
    readFully(vectors, bytes, (long) place * bytes.capacity());
    if (crc.remaining() < 4 || bytes.remaining() < bytes.capacity() || crc.getInt() != crc(bytes)) {
      places.remove(key);
      return null;
    }
    float[] vector = new float[dimensions];
    bytes.asFloatBuffer().get(vector);
    return vector;
  }

  /** Vectors first, keys after: a key never stands before its vector. */
  void append(Collection<Entry> entries) throws IOException {
    try (FileLock lock = keys.lock()) {
      if (!lock.isValid()) {
        throw new IOException("the vector cache cannot be locked");
      }
      refresh();
      List<Entry> fresh = new ArrayList<>();
      for (Entry entry : entries) {
        if (!places.containsKey(entry.key())) {
          fresh.add(entry);
        }
      }
      int width = dimensions * Float.BYTES;
      ByteBuffer values = ByteBuffer.allocate(fresh.size() * width);
      ByteBuffer records = ByteBuffer.allocate(fresh.size() * KEY_BYTES);
      for (Entry entry : fresh) {
        ByteBuffer bytes = ByteBuffer.allocate(width);
        bytes.asFloatBuffer().put(entry.vector());
        records.putLong(entry.key().high()).putLong(entry.key().low()).putInt(crc(bytes));
        values.put(bytes);
      }
      writeFully(vectors, values.flip(), (long) read * width);
      writeFully(keys, records.flip(), (long) read * KEY_BYTES);
      refresh();
    }
  }

  private static int crc(ByteBuffer bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes.duplicate());
    return (int) crc.getValue();
  }

  private static void readFully(FileChannel channel, ByteBuffer buffer, long at)
      throws IOException {
    while (buffer.hasRemaining() && channel.read(buffer, at + buffer.position()) >= 0) {
      continue;
    }
    buffer.flip();
  }

  private static void writeFully(FileChannel channel, ByteBuffer buffer, long at)
      throws IOException {
    while (buffer.hasRemaining()) {
      channel.write(buffer, at + buffer.position());
    }
  }

  @Override
  public void close() throws IOException {
    keys.close();
    vectors.close();
  }
}
