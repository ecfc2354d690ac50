package cn.zhitong.assistant.operation;

import java.util.List;

/**
 * What a backup holds; its last entry.
 *
 * @param format of the archive, 1
 * @param made when, ISO 8601
 * @param server PostgreSQL's version
 * @param entries everything else in the archive, in its order
 */
record BackupManifest(int format, String made, String server, List<Item> entries) {
  static final String NAME = "manifest.json";
  static final int FORMAT = 1;

  /** The database as pg_dump writes it. */
  static final String DUMP = "database.dump";

  /** The database's own files, where there is no pg_dump. */
  static final String CLUSTER = "cluster/";

  /** A file of the data folder. */
  static final String FOLDER = "folder/";

  /**
   * One file.
   *
   * @param size bytes
   * @param sha256 hex
   */
  record Item(String name, long size, String sha256) {}

  boolean dumped() {
    return entries.stream().anyMatch(item -> item.name().equals(DUMP));
  }

  long size() {
    return entries.stream().mapToLong(Item::size).sum();
  }
}
