package cn.zhitong.ingest;

import cn.zhitong.ingest.IngestOutcome.Result;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** How many policies had which outcome. Outcomes themselves go to a listener, one by one. */
public final class IngestReport {
  private final Map<Result, Integer> counts = new EnumMap<>(Result.class);

  /** Counts one outcome. */
  public void add(IngestOutcome outcome) {
    counts.merge(outcome.result(), 1, Integer::sum);
  }

  public int count(Result result) {
    return counts.getOrDefault(result, 0);
  }

  /** One line, all five counts. */
  public String summary() {
    return Arrays.stream(Result.values())
        .map(result -> result.label() + " " + count(result))
        .collect(Collectors.joining("，"));
  }
}
