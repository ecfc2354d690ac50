package cn.zhitong.ingest;

import cn.zhitong.ingest.read.SourceFile;

/** Is told how an ingestion goes, on the ingesting thread. */
public interface IngestListener {

  /** A file's turn has come. Its outcomes may follow after those of later files. */
  default void reading(SourceFile file) {}

  /** One policy is settled. */
  void settled(IngestOutcome outcome);
}
