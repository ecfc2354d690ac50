package cn.zhitong.training.encoder;

import ai.djl.ndarray.NDManager;
import cn.zhitong.common.artefact.ArtefactHeader;
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
  /** Longer texts of the measured collections were cut before; this is what the service reads. */
  private static final int MEASURED_TOKENS = 512;

  private static final String HELD_OUT = "held-out questions";

  @Option(names = "--questions", required = true, description = "问题文件（*.jsonl）所在文件夹")
  private Path questions;

  @Option(names = "--policies", required = true, arity = "1..*", description = "问题所指的政策文件")
  private List<Path> policies;

  @Option(names = "--corpus", arity = "1..*", description = "BEIR 形式的文件夹，只用于测量：DIR:SPLIT")
  private List<String> corpora = List.of();

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
    TrainingQuestions made = mined(asked, library);
    say(made.trained().size() + " questions to train on");
    try (NDManager manager = NDManager.newBaseManager("PyTorch");
        TextTokens tokens = TextTokens.load(passageTokens);
        TextTokens wholeTokens = TextTokens.load(MEASURED_TOKENS);
        EncoderModel model =
            new EncoderModel(manager, OnnxWeights.of(BaseModel.bytes()), options)) {
      Map<String, DenseRetrieval> measures = measures(made, wholeTokens);
      Map<String, Object> figures = new LinkedHashMap<>();
      try (CachedEmbedder base = CachedEmbedder.inUserCache(BgeEmbedder.load())) {
        // Its vectors are kept, and the service's session makes them faster than PyTorch.
        measures.forEach((name, m) -> put(figures, name, "base", m.ndcg(model, base)));
      }
      new EncoderTraining(model, options, tokens, work, EncoderCommand::say)
          .train(
              made.trained().subList(0, Math.min(limit, made.trained().size())),
              (question, other) ->
                  !question.doc().equals(other)
                      && !library.tellsApart(question.question(), question.doc(), other));
      model.scaleChanges();
      write(options, asked.size(), figures, model);
      measures.forEach((name, m) -> put(figures, name, "adapted", m.ndcg(model)));
      write(options, asked.size(), figures, model);
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

  private Map<String, DenseRetrieval> measures(TrainingQuestions made, TextTokens tokens)
      throws IOException {
    Map<String, DenseRetrieval> measures = new LinkedHashMap<>();
    measures.put(HELD_OUT, new DenseRetrieval(made.heldOut(), tokens));
    for (String corpus : corpora) {
      int colon = corpus.lastIndexOf(':');
      Path folder = Path.of(corpus.substring(0, colon));
      RetrievalCollection read = RetrievalCollection.read(folder, corpus.substring(colon + 1));
      measures.put(folder.getFileName().toString(), new DenseRetrieval(read, tokens));
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
    Map<String, Object> chosen = new LinkedHashMap<>();
    chosen.put("rank", options.rank());
    chosen.put("epochs", options.epochs());
    chosen.put("batch", options.batch());
    chosen.put("temperature", options.temperature());
    chosen.put("rate", options.rate());
    chosen.put("passageTokens", options.passageTokens());
    chosen.put("scale", options.scale());
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
