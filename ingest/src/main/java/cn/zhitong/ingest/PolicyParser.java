package cn.zhitong.ingest;

import cn.zhitong.ingest.outline.Duties;
import cn.zhitong.ingest.outline.Outline;
import cn.zhitong.ingest.outline.PassageCutter;
import cn.zhitong.ingest.policy.Clause;
import cn.zhitong.ingest.policy.ParsedPolicy;
import cn.zhitong.ingest.policy.PolicyMetadata;
import cn.zhitong.ingest.policy.PolicyStatus;
import cn.zhitong.ingest.read.SourceText;
import java.util.List;

/**
 * One source text to one policy: clean → recognise metadata → outline → passages. Knows no database
 * and no clock; safe for use by several threads.
 */
public final class PolicyParser {
  /**
   * @throws IllegalArgumentException when nothing is left after cleaning
   */
  public ParsedPolicy parse(SourceText raw) {
    String text = raw.text();
    if (text.isBlank()) {
      throw new IllegalArgumentException("文件里没有可用的正文，请检查文件内容");
    }
    List<Clause> clauses = Duties.assign(text, Outline.of(text));
    PolicyMetadata metadata =
        raw.given() != null
            ? raw.given()
            : PolicyMetadata.builder().status(PolicyStatus.IN_FORCE).build();
    return new ParsedPolicy(
        text, metadata, List.of(), List.of(), clauses, PassageCutter.cut(text, clauses));
  }
}
