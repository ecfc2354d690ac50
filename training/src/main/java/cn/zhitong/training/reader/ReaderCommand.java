package cn.zhitong.training.reader;

import cn.zhitong.common.artefact.ArtefactHeader;
import cn.zhitong.common.artefact.HeldOut;
import cn.zhitong.common.embedding.AnswerReader;
import cn.zhitong.common.embedding.OnnxWeights;
import cn.zhitong.common.embedding.TrainedArtefact;
import cn.zhitong.common.json.StandardJson;
import cn.zhitong.training.BaseModel;
import java.io.IOException;
import java.io.InputStream;
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

/** {@code ./zhitong train reader}: questions and policies in, the reader's artefact out. */
@Command(name = "reader", description = "训练阅读模型：一段条款是否回答了问题")
public final class ReaderCommand implements Callable<Integer> {
  @Option(names = "--questions", required = true, description = "问题文件（*.jsonl）所在文件夹")
  private Path questions;

  @Option(names = "--policies", required = true, arity = "1..*", description = "问题所指的政策文件")
  private List<Path> policies;

  @Option(names = "--judged", description = "逐条判断过的检索结果（*.jsonl）所在文件夹")
  private Path judged;

  @Option(
      names = "--collection",
      arity = "1..*",
      description = "BEIR 形式的文件夹：DIR:SPLIT，所指文件都不在留出部分的问题用于训练，全在留出部分的用于测量")
  private List<String> collections = List.of();

  @Option(names = "--judged-only", description = "写成的问题只用判断过的结果训练（其余的只用于校准和测量），通常与 --before 一起")
  private boolean judgedOnly;

  @Option(names = "--before", description = "从这个训练过的阅读模型继续；默认从向量模型开始")
  private Path before;

  @Option(names = "--out", required = true, description = "写出的模型文件")
  private Path out;

  @Option(names = "--work", description = "训练状态所在文件夹；中断后从这里继续")
  private Path work = Path.of("target", "train-reader");

  @Option(names = "--seed")
  private long seed = 1;

  @Option(names = "--epochs")
  private int epochs = 2;

  @Option(names = "--layers", description = "训练最上面几层")
  private int layers = 4;

  @Option(names = "--mined", description = "每个问题每轮配几段检索到的条款")
  private int mined = 1;

  @Option(names = "--batch-tokens")
  private int batchTokens = 4096;

  @Option(names = "--rate")
  private float rate = 1e-4f;

  @Option(names = "--dropout")
  private float dropout = .1f;

  @Option(names = "--exact", description = "用单精度相乘（慢一倍以上）")
  private boolean exact;

  @Option(names = "--examples", description = "把留出文件上的打分写到这里")
  private Path scored;

  /** Examples on which the service's reader is compared with the trained one. */
  private static final int COMPARED = 100;

  private final Clock clock = Clock.system(ZoneId.of("Asia/Shanghai"));

  @Override
  public Integer call() throws Exception {
    TrainingData data =
        new TrainingData(questions, policies, judged, collections, work, ReaderCommand::say);
    List<Example> examples = judgedOnly ? data.judgedAlone() : data.examples();
    WordFeatures words = data.words();
    ReaderOptions options =
        new ReaderOptions(
            layers, epochs, mined, batchTokens, rate, dropout, seed, !exact, trainedBefore());
    ReaderTraining.Trained trained =
        new ReaderTraining(OnnxWeights.of(BaseModel.bytes()), options, work, ReaderCommand::say)
            .train(examples);
    List<Example> test = ReaderTraining.part(examples, HeldOut.TEST);
    Map<String, Object> figures = new LinkedHashMap<>();
    double[] read = trained.probabilities();
    put(figures, "reader", test, read);
    figures.put("largest difference in the service", largestDifference(trained, test));
    put(figures, "words", test, WordsBaseline.of(words, examples, test));
    ArtefactHeader header = header(options, data, figures);
    try (OutputStream file = Files.newOutputStream(out)) {
      new TrainedArtefact(header.json(), trained.changes(), trained.vectors()).write(file);
    }
    say(StandardJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(figures));
    say("%s, %.1f MB".formatted(out, Files.size(out) / 1e6));
    if (scored != null) {
      ScoredExamples.write(scored, test, read);
    }
    return 0;
  }

  /** Figures of each source by itself, and of what was judged. */
  private static void put(
      Map<String, Object> figures, String name, List<Example> test, double[] said) {
    Map<String, List<Integer>> parts = new LinkedHashMap<>();
    for (int i = 0; i < said.length; i++) {
      Example example = test.get(i);
      boolean read = example.kind() == Example.Kind.JUDGED;
      String part = example.source() + (read ? ", judged" : "");
      parts.computeIfAbsent(part, p -> new ArrayList<>()).add(i);
    }
    parts.forEach(
        (part, indices) -> {
          List<Example> own = indices.stream().map(test::get).toList();
          double[] values = indices.stream().mapToDouble(i -> said[i]).toArray();
          ReaderFigures measured = new ReaderFigures(own, values);
          Map<String, Object> all = measured.all();
          if (part.equals(ExampleBuilder.SOURCE)) {
            all.put("by style", measured.byStyle());
            all.put("reliability, written", measured.reliabilityOfWritten());
          }
          all.put("reliability, searched", measured.reliabilityOfSearched());
          figures.put(name + ", " + part, all);
        });
  }

  private TrainedArtefact trainedBefore() throws IOException {
    if (before == null) {
      return null;
    }
    try (InputStream in = Files.newInputStream(before)) {
      return TrainedArtefact.read(in);
    }
  }

  /** Between what PyTorch said and what the service says from rounded weights. */
  private static double largestDifference(ReaderTraining.Trained trained, List<Example> test) {
    double largest = 0;
    TrainedArtefact rounded = new TrainedArtefact("{}", trained.changes(), trained.vectors());
    try (AnswerReader reader = AnswerReader.of(rounded, 2)) {
      for (int i = 0; i < Math.min(COMPARED, test.size()); i++) {
        Example example = test.get(i);
        float served = reader.read(example.text(), List.of(example.passage())).get(0).probability();
        largest = Math.max(largest, Math.abs(served - trained.probabilities()[i]));
      }
    }
    return largest;
  }

  private ArtefactHeader header(
      ReaderOptions options, TrainingData data, Map<String, Object> figures) throws IOException {
    Map<String, Object> chosen = new LinkedHashMap<>();
    chosen.put("layers", options.layers());
    chosen.put("epochs", options.epochs());
    chosen.put("mined", options.mined());
    chosen.put("batchTokens", options.batchTokens());
    chosen.put("rate", options.rate());
    chosen.put("dropout", options.dropout());
    chosen.put("bfloat16", options.fast());
    chosen.put("judgedOnly", judgedOnly);
    if (before != null) {
      chosen.put("before", ArtefactHeader.sha256(Files.readAllBytes(before)));
    }
    return new ArtefactHeader(
        "reader",
        BaseModel.NAME,
        ArtefactHeader.hashes(data.files()),
        data.examples().size(),
        seed,
        chosen,
        ArtefactHeader.commitOfProgram(),
        LocalDate.now(clock),
        figures);
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
