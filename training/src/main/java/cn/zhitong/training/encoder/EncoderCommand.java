package cn.zhitong.training.encoder;

import ai.djl.ndarray.NDManager;
import cn.zhitong.common.artefact.ArtefactHeader;
import cn.zhitong.common.artefact.CollectionSplit;
import cn.zhitong.common.embedding.BgeEmbedder;
import cn.zhitong.common.embedding.CachedEmbedder;
import cn.zhitong.common.embedding.OnnxWeights;
import cn.zhitong.common.embedding.TrainedArtefact;
import cn.zhitong.common.json.StandardJson;
import cn.zhitong.training.BaseModel;
import cn.zhitong.training.bert.TextTokens;
import cn.zhitong.training.data.LabelledQuestion;
import cn.zhitong.training.data.PolicyLibrary;
import cn.zhitong.training.data.QuestionFiles;
import cn.zhitong.training.data.RetrievalCollection;
import cn.zhitong.training.data.SearchResults;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./zhitong train encoder}: questions and policies in, the encoder's adapter out. */
@Command(name = "encoder", description = "训练向量模型的低秩增量")
public final class EncoderCommand implements Callable<Integer> {
  private static final String HELD_OUT = "held-out questions";

  @Option(names = "--questions", required = true, description = "问题文件（*.jsonl）所在文件夹")
  private Path questions;

  @Option(names = "--policies", required = true, arity = "1..*", description = "问题所指的政策文件")
  private List<Path> policies;

  @Option(names = "--corpus", arity = "1..*", description = "BEIR 形式的文件夹，只用于测量：DIR:SPLIT")
  private List<String> corpora = List.of();

  @Option(
      names = "--collection",
      arity = "1..*",
      description = "BEIR 形式的文件夹：DIR:SPLIT，所指文件都不在留出部分的问题用于训练，全在留出部分的用于测量")
  private List<String> collections = List.of();

  @Option(names = "--judged-times", description = "--collection 的问题在一轮中出现几次（默认 ${DEFAULT-VALUE}）")
  private int judgedTimes = 2;

  @Option(names = "--out", required = true, description = "写出的模型文件")
  private Path out;

  @Option(names = "--work", description = "训练状态所在文件夹；中断后从这里继续")
  private Path work = Path.of("target", "train-encoder");

  @Option(names = "--seed")
  private long seed = 1;

  @Option(names = "--epochs")
  private int epochs = 1;

  @Option(names = "--rank")
  private int rank = 8;

  @Option(names = "--batch")
  private int batch = 32;

  @Option(names = "--temperature")
  private float temperature = .03f;

  @Option(names = "--rate")
  private float rate = 5e-4f;

  @Option(names = "--passage-tokens")
  private int passageTokens = 160;

  @Option(names = "--scale", description = "合并时增量乘以多少")
  private float scale = 1;

  @Option(names = "--limit", description = "最多用多少个问题")
  private int limit = Integer.MAX_VALUE;

  @Option(names = "--exact", description = "用单精度相乘（慢一倍以上）")
  private boolean exact;

  private final Clock clock = Clock.system(ZoneId.of("Asia/Shanghai"));

  @Override
  public Integer call() throws Exception {
    EncoderOptions options =
        new EncoderOptions(
            rank, epochs, batch, temperature, rate, passageTokens, scale, seed, !exact);
    List<LabelledQuestion> asked = QuestionFiles.read(questions);
    PolicyLibrary library = PolicyLibrary.read(policies);
    TrainingQuestions written = mined(asked, library);
    Map<String, CollectionQuestions> judged = judged();
    TrainingQuestions made = written.with(trained(judged));
    say(made.trained().size() + " questions to train on");
    try (NDManager manager = NDManager.newBaseManager("PyTorch");
        TextTokens tokens = TextTokens.load(passageTokens);
        EncoderModel model =
            new EncoderModel(manager, OnnxWeights.of(BaseModel.bytes()), options)) {
      Map<String, DenseRetrieval> measures = measures(made, judged);
      Map<String, Object> figures = new LinkedHashMap<>();
      try (CachedEmbedder base = CachedEmbedder.inUserCache(BgeEmbedder.load())) {
        measures.forEach((name, m) -> put(figures, name, "base", m.ndcg(base)));
      }
      new EncoderTraining(model, options, tokens, work, EncoderCommand::say)
          .train(
              made.trained().subList(0, Math.min(limit, made.trained().size())),
              (question, other) ->
                  question.right().contains(other)
                      || library.has(question.doc())
                          && library.has(other)
                          && !library.tellsApart(question.question(), question.doc(), other));
      model.scaleChanges();
      int rows = made.trained().size();
      write(options, rows, figures, model);
      try (BgeEmbedder adapted = BgeEmbedder.load(out)) {
        measures.forEach((name, m) -> put(figures, name, "adapted", m.ndcg(adapted)));
      }
      write(options, rows, figures, model);
      say(StandardJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(figures));
    }
    say("%s, %.1f MB".formatted(out, Files.size(out) / 1e6));
    return 0;
  }

  private TrainingQuestions mined(List<LabelledQuestion> asked, PolicyLibrary library)
      throws Exception {
    SearchResults results = new SearchResults(library, work.resolve("search-results.bin"));
    results.prepare(asked);
    return TrainingQuestions.of(asked, library, results);
  }

  private Map<String, CollectionQuestions> judged() throws IOException {
    Map<String, CollectionQuestions> judged = new LinkedHashMap<>();
    for (String collection : collections) {
      CollectionSplit asked = CollectionSplit.of(collection);
      judged.put(
          asked.name(), new CollectionQuestions(asked.name(), RetrievalCollection.read(asked)));
    }
    return judged;
  }

  private List<QuestionPassages> trained(Map<String, CollectionQuestions> judged) throws Exception {
    List<QuestionPassages> trained = new ArrayList<>();
    try (CachedEmbedder base = CachedEmbedder.inUserCache(BgeEmbedder.load())) {
      for (CollectionQuestions collection : judged.values()) {
        List<QuestionPassages> once = collection.trained(base);
        for (int time = 0; time < judgedTimes; time++) {
          trained.addAll(once);
        }
      }
    }
    return trained;
  }

  private Map<String, DenseRetrieval> measures(
      TrainingQuestions made, Map<String, CollectionQuestions> judged) throws IOException {
    Map<String, DenseRetrieval> measures = new LinkedHashMap<>();
    measures.put(HELD_OUT, new DenseRetrieval(made.heldOut()));
    judged.forEach((name, c) -> measures.put(name + " held out", new DenseRetrieval(c.heldOut())));
    for (String corpus : corpora) {
      CollectionSplit asked = CollectionSplit.of(corpus);
      measures.put(asked.name(), new DenseRetrieval(RetrievalCollection.read(asked)));
    }
    return measures;
  }

  private static void put(Map<String, Object> figures, String name, String state, double ndcg) {
    double rounded = Math.round(ndcg * 1e4) / 1e4;
    figures.put("ndcg@10 of vectors alone, " + name + ", " + state, rounded);
    say(name + ", " + state + ": " + rounded);
  }

  private void write(
      EncoderOptions options, int rows, Map<String, Object> figures, EncoderModel model)
      throws IOException {
    List<Path> data = new ArrayList<>(QuestionFiles.in(questions));
    data.addAll(policies);
    collections.forEach(one -> data.add(CollectionSplit.of(one).folder()));
    Map<String, Object> chosen = new LinkedHashMap<>();
    chosen.put("rank", options.rank());
    chosen.put("epochs", options.epochs());
    chosen.put("batch", options.batch());
    chosen.put("temperature", options.temperature());
    chosen.put("rate", options.rate());
    chosen.put("passageTokens", options.passageTokens());
    chosen.put("scale", options.scale());
    chosen.put("judgedTimes", judgedTimes);
    chosen.put("bfloat16", options.fast());
    ArtefactHeader header =
        new ArtefactHeader(
            "encoder",
            BaseModel.NAME,
            ArtefactHeader.hashes(data),
            rows,
            seed,
            chosen,
            ArtefactHeader.commitOfProgram(),
            LocalDate.now(clock),
            figures);
    try (OutputStream file = Files.newOutputStream(out)) {
      new TrainedArtefact(header.json(), model.changes(), Map.of()).write(file);
    }
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
