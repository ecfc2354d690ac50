package cn.zhitong.ingest.clean;

import cn.zhitong.ingest.read.SourceText;
import java.util.List;

/**
 * Cuts page chrome and mends line breaks that a scan or a page put inside sentences. What is left
 * is the source's characters in order: only white space is changed, only chrome and Markdown marks
 * are cut. One paragraph, heading, key line or table row is one line; there are no blank lines.
 * Stateless and safe for concurrent use.
 */
public final class Cleaner {

  /** The same text cleaned; table ranges follow. The text may come out empty. */
  public SourceText clean(SourceText source) {
    List<Line> lines = Lines.split(source);
    lines = Markup.strip(lines);
    lines = Spacing.of(lines).tidy(lines);
    lines = BoilerplateRemover.cut(lines);
    lines = LineJoiner.mend(lines);
    lines = Spacing.of(lines).tidy(lines);
    return Lines.join(source, lines);
  }
}
