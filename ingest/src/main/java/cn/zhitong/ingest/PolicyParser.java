package cn.zhitong.ingest;

import cn.zhitong.common.region.Gazetteer;
import cn.zhitong.ingest.clean.Cleaner;
import cn.zhitong.ingest.extract.Extraction;
import cn.zhitong.ingest.extract.MetadataExtractor;
import cn.zhitong.ingest.outline.Duties;
import cn.zhitong.ingest.outline.Outline;
import cn.zhitong.ingest.outline.PassageCutter;
import cn.zhitong.ingest.policy.Clause;
import cn.zhitong.ingest.policy.ParsedPolicy;
import cn.zhitong.ingest.policy.Passage;
import cn.zhitong.ingest.read.SourceText;
import java.util.ArrayList;
import java.util.List;

/**
 * One source text to one policy: clean → recognise metadata → outline → passages. Knows no database
 * and no clock; safe for use by several threads.
 */
public final class PolicyParser {
  private final Cleaner cleaner = new Cleaner();
  private final MetadataExtractor recogniser;

  /** A parser that knows the places of GB/T 2260. */
  public PolicyParser() {
    this(Gazetteer.standard());
  }

  /** A parser that knows these places, e.g. {@link Gazetteer#standard()} and a made-up province. */
  public PolicyParser(Gazetteer gazetteer) {
    this.recogniser = new MetadataExtractor(gazetteer);
  }

  /**
   * @throws IllegalArgumentException when nothing is left after cleaning
   */
  public ParsedPolicy parse(SourceText raw) {
    SourceText clean = cleaner.clean(raw);
    String text = clean.text();
    if (clean.isWordless()) {
      throw new IllegalArgumentException("文件里没有可用的正文，请检查文件内容");
    }
    List<Clause> clauses = Duties.assign(text, Outline.of(text));
    Extraction recognised = recogniser.recognise(text, clean, bodyStart(text, clauses));
    List<Passage> passages = PassageCutter.cut(text, clauses);
    List<String> warnings = new ArrayList<>(clean.warnings());
    warnings.addAll(recognised.warnings());
    return new ParsedPolicy(
        text,
        recognised.metadata(),
        recognised.sources(),
        warnings,
        clauses,
        passages,
        clean.pages(),
        clean.ocr(),
        clean.pictures());
  }

  private static int bodyStart(String text, List<Clause> clauses) {
    for (Clause clause : clauses) {
      if (clause.path() != null) {
        return clause.start();
      }
    }
    return text.length();
  }
}
