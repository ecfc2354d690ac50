package cn.zhitong.training.reader;

import cn.zhitong.common.artefact.ArtefactHeader;
import cn.zhitong.common.artefact.HeldOut;
import cn.zhitong.common.embedding.AnswerReader;
import cn.zhitong.common.embedding.OnnxWeights;
import cn.zhitong.common.embedding.ReaderTokens;
import cn.zhitong.common.embedding.TrainedArtefact;
import cn.zhitong.common.json.StandardJson;
import cn.zhitong.training.BaseModel;
import cn.zhitong.training.data.LabelledQuestion;
import cn.zhitong.training.data.LibraryPassage;
import cn.zhitong.training.data.PolicyLibrary;
import cn.zhitong.training.data.QuestionFiles;
import cn.zhitong.training.data.SearchResults;
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
    List<LabelledQuestion> asked = QuestionFiles.read(questions);
    List<Example> examples;
    WordFeatures words;
    PolicyLibrary library = PolicyLibrary.read(policies);
    try (ReaderTokens tokens = ReaderTokens.load()) {
      SearchResults results = new SearchResults(library, work.resolve("search-results.bin"));
      ExampleBuilder builder = new ExampleBuilder(library, results, tokens);
      examples = builder.build(asked);
      words = new WordFeatures(library.passages().stream().map(LibraryPassage::shown).toList());
      say(
          "%d questions, %d without their clause, %d passages, %d examples"
              .formatted(
                  asked.size(), builder.missing(), library.passages().size(), examples.size()));
    }
    ReaderOptions options =
        new ReaderOptions(layers, epochs, mined, batchTokens, rate, dropout, seed, !exact);
    ReaderTraining.Trained trained =
        new ReaderTraining(OnnxWeights.of(BaseModel.bytes()), options, work, ReaderCommand::say)
            .train(examples);
    List<Example> test = ReaderTraining.part(examples, HeldOut.TEST);
    Map<String, Object> figures = new LinkedHashMap<>();
    double[] read = trained.probabilities();
    put(figures, "reader", new ReaderFigures(test, read));
    figures.put("largest difference in the service", largestDifference(trained, test));
    put(figures, "words", new ReaderFigures(test, WordsBaseline.of(words, examples, test)));
    ArtefactHeader header = header(options, asked.size(), figures);
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

  private static void put(Map<String, Object> figures, String name, ReaderFigures measured) {
    Map<String, Object> all = measured.all();
    all.put("by style", measured.byStyle());
    all.put("reliability, written", measured.reliability(Example.Kind.WRITTEN));
    all.put("reliability, searched", measured.reliability(Example.Kind.MINED));
    figures.put(name, all);
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

  private ArtefactHeader header(ReaderOptions options, int rows, Map<String, Object> figures)
      throws java.io.IOException {
    List<Path> data = new ArrayList<>(QuestionFiles.in(questions));
    data.addAll(policies);
    Map<String, Object> chosen = new LinkedHashMap<>();
    chosen.put("layers", options.layers());
    chosen.put("epochs", options.epochs());
    chosen.put("mined", options.mined());
    chosen.put("batchTokens", options.batchTokens());
    chosen.put("rate", options.rate());
    chosen.put("dropout", options.dropout());
    chosen.put("bfloat16", options.fast());
    return new ArtefactHeader(
        "reader",
        BaseModel.NAME,
        ArtefactHeader.hashes(data),
        rows,
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
