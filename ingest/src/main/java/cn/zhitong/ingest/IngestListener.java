package cn.zhitong.ingest;

import cn.zhitong.ingest.read.PageProgress;
import cn.zhitong.ingest.read.SourceFile;

/** Is told how an ingestion goes, on the ingesting thread. */
public interface IngestListener {

  /** A file's turn has come. Its outcomes may follow after those of later files. */
  default void reading(SourceFile file) {}

  /** A page of the file is being read from its picture, which takes a second or more. */
  default void reading(SourceFile file, PageProgress page) {}

  /** One policy is settled. */
  void settled(IngestOutcome outcome);
}
