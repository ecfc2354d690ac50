package cn.zhitong.bench;

import cn.zhitong.common.embedding.BgeEmbedder;
import cn.zhitong.eval.ServiceOptions;
import cn.zhitong.eval.dataset.Json;
import cn.zhitong.eval.drive.Api;
import cn.zhitong.eval.drive.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Times triage over HTTP, appeals of 150 characters, no language model: a batch, single requests,
 * and the embedding alone on the same texts, whose share of the batch is reported.
 */
@Command(
    name = "triage",
    description = "Appeals a second in a batch, wall time of single ones, share of the embedding.",
    mixinStandardHelpOptions = true)
final class TriageBench implements Callable<Integer> {
  private static final int LENGTH = 150;
  private static final int WARM_UP = 60;

  /** Pieces of which no two appeals are made alike, so that no cache answers. */
  private static final List<String> PIECES =
      List.of(
          "我公司位于%s，近期在办理%s时遇到困难，",
          "窗口答复需要补充材料，但没有说明具体是哪一份，",
          "%s前我们已经提交过一次申请，至今没有收到结果，",
          "请问%s的条件、流程和截止时间分别是什么，",
          "希望有关部门尽快核实%s的情况并给出书面答复，",
          "周边%s的企业也有同样的问题，影响正常生产经营，",
          "建议在%s增设服务点，方便企业就近办理，",
          "联系过%s的工作人员，对方表示不归他们管，",
          "因此请求明确由哪个单位负责%s，",
          "另附上%s的相关说明，盼复。");

  private static final List<String> THINGS =
      List.of(
          "营业执照变更", "排水许可", "用电增容", "环评备案", "出口退税", "社保缴费", "工伤认定", "施工许可", "消防验收", "高新企业认定",
          "东城开发区", "临港产业园", "南湖街道", "西港码头", "北岭物流园", "道路破损", "公交线路", "停车收费", "拖欠货款", "拖欠工资", "研发补贴",
          "稳岗返还", "厂房租金", "商标侵权", "食品许可", "货车限行", "天然气供应", "垃圾清运", "噪音扰民", "招标公告");

  @Mixin ServiceOptions options = new ServiceOptions();

  @Option(names = "--appeals", description = "Appeals in the batch.")
  int appeals = 400;

  @Option(names = "--train", description = "Labelled appeals, JSON Lines: times a trained model.")
  Path train;

  @Option(names = "--out", description = "Folder for triage.json.")
  Path out;

  @Override
  public Integer call() throws Exception {
    BenchFigures figures = new BenchFigures("triage");
    try (Service service = options.open()) {
      Api api = new Api(service);
      String model = train == null ? null : trained(api, figures);
      String query = model == null ? "" : "?model=" + model;
      figures.put("model", model == null ? "in use" : "trained on " + train.getFileName());
      api.postLines("/api/triage/batch" + query, lines(texts(WARM_UP, 1)));
      for (String text : texts(WARM_UP, 2)) {
        api.postJson("/api/triage" + query, Map.of("text", text));
      }
      batch(api, query, figures);
      single(api, query, figures);
    }
    figures.write(out);
    return 0;
  }

  private void batch(Api api, String query, BenchFigures figures) throws Exception {
    List<String> texts = texts(appeals, 3);
    long begin = System.nanoTime();
    String reply = api.postLines("/api/triage/batch" + query, lines(texts));
    double seconds = (System.nanoTime() - begin) / 1e9;
    if (reply.lines().count() != appeals || reply.contains("\"problem\"")) {
      throw new IOException("the batch did not come back whole");
    }
    figures.put("batchPerSecond", appeals / seconds);
    double embedding = embedding(texts(appeals, 4));
    figures.put("embeddingAloneSeconds", embedding);
    figures.put("embeddingShareOfBatch", embedding / seconds);
  }

  /** In this process, with nothing cached and the service idle. */
  private static double embedding(List<String> texts) throws Exception {
    try (BgeEmbedder embedder = BgeEmbedder.load()) {
      embedder.embedPassages(texts.subList(0, Math.min(64, texts.size())));
      long begin = System.nanoTime();
      for (int from = 0; from < texts.size(); from += 64) {
        embedder.embedPassages(texts.subList(from, Math.min(texts.size(), from + 64)));
      }
      return (System.nanoTime() - begin) / 1e9;
    }
  }

  private static void single(Api api, String query, BenchFigures figures) throws Exception {
    double[] millis =
        BenchFigures.millis(
            texts(200, 5), text -> api.postJson("/api/triage" + query, Map.of("text", text)));
    figures.put("p50Millis", BenchFigures.at(millis, .5));
    figures.put("p95Millis", BenchFigures.at(millis, .95));
  }

  private String trained(Api api, BenchFigures figures) throws Exception {
    long begin = System.nanoTime();
    String job =
        Json.MAPPER
            .readTree(api.postLines("/api/triage/models", Files.readString(train)))
            .path("id")
            .asText();
    var state = api.get("/api/triage/models/jobs/" + job);
    while (state.path("state").asText().equals("running")) {
      Thread.sleep(500);
      state = api.get("/api/triage/models/jobs/" + job);
    }
    figures.put("trainingSeconds", (System.nanoTime() - begin) / 1e9);
    return state.path("modelId").asText();
  }

  static List<String> texts(int count, int seed) {
    Random random = new Random(seed);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder text = new StringBuilder();
      while (text.length() < LENGTH) {
        String piece = PIECES.get(random.nextInt(PIECES.size()));
        text.append(piece.formatted(thing(random), thing(random)));
      }
      texts.add(text.substring(0, LENGTH));
    }
    return texts;
  }

  private static String thing(Random random) {
    return THINGS.get(random.nextInt(THINGS.size()));
  }

  private static String lines(List<String> texts) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < texts.size(); i++) {
      lines.append(Json.line(Map.of("id", "b" + i, "title", "", "text", texts.get(i))));
      lines.append('\n');
    }
    return lines.toString();
  }
}
