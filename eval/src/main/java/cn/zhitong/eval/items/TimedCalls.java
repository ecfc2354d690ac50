package cn.zhitong.eval.items;

import cn.zhitong.eval.drive.Api;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Calls of the service, one after the other, with the time that each took. */
final class TimedCalls {
  private final Api api;
  private final Map<String, List<Double>> millis = new HashMap<>();

  TimedCalls(Api api) {
    this.api = api;
  }

  JsonNode post(String path, Object body) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    JsonNode answer = api.postJson(path, body);
    double took = (System.nanoTime() - begin) / 1e6;
    millis.computeIfAbsent(path, p -> new ArrayList<>()).add(took);
    return answer;
  }

  /** Milliseconds of the call in the middle, 0 where there was none. */
  double median(String path) {
    List<Double> sorted = millis.getOrDefault(path, List.of()).stream().sorted().toList();
    return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
  }
}
