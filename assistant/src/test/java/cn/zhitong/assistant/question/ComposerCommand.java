package cn.zhitong.assistant.question;

import cn.zhitong.assistant.retrieval.BigramEmbedder;
import cn.zhitong.common.artefact.ArtefactFiles;
import cn.zhitong.common.artefact.ArtefactHeader;
import cn.zhitong.common.artefact.CollectionSplit;
import cn.zhitong.common.artefact.HeldOut;
import cn.zhitong.common.embedding.BgeEmbedder;
import cn.zhitong.common.embedding.CachedEmbedder;
import cn.zhitong.common.embedding.Embedder;
import cn.zhitong.common.json.StandardJson;
import cn.zhitong.eval.dataset.BeirFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Fits the weights of {@link SentenceScorer} on questions with gold answers. */
@Command(name = "composer", description = "摘录答案：句子含有答案的可能（composer.json）")
public final class ComposerCommand implements Callable<Integer> {
  @Option(
      names = "--collection",
      required = true,
      arity = "1..*",
      paramLabel = "FOLDER:SPLIT",
      description = "BEIR 格式的文件夹和划分；queries.jsonl 有 answer 的问题才用")
  private List<String> collections;

  @Option(names = "--quick", description = "检索时不用向量模型，以二字组代替")
  private boolean quick;

  @Option(names = "--out", required = true, description = "写到这个文件")
  private Path out;

  @Override
  public Integer call() throws Exception {
    if (quick) {
      return train(new BigramEmbedder());
    }
    try (BgeEmbedder model = BgeEmbedder.load()) {
      return train(CachedEmbedder.inUserCache(model));
    }
  }

  private int train(Embedder embedder) throws Exception {
    List<Path> folders = new ArrayList<>();
    ComposerExamples examples = new ComposerExamples();
    List<ComposerQuestion> measured = new ArrayList<>();
    Set<String> heldOut = new TreeSet<>();
    for (String collection : collections) {
      CollectionSplit set = CollectionSplit.of(collection);
      folders.add(set.folder());
      for (ComposerQuestion asked : asked(set.folder(), set.split(), embedder)) {
        if (asked.isTrained()) {
          examples.add(asked);
        } else if (asked.isMeasured()) {
          measured.add(asked);
        }
        asked.documents().stream()
            .filter(doc -> HeldOut.of(doc) == HeldOut.TEST)
            .forEach(heldOut::add);
      }
    }
    if (examples.size() == 0 || measured.isEmpty()) {
      System.err.println("有答案的问题太少：训练和留出的文件都要有");
      return 1;
    }
    write(embedder.modelId(), folders, examples, measured, heldOut);
    return 0;
  }

  private static List<ComposerQuestion> asked(Path folder, String split, Embedder embedder)
      throws Exception {
    BeirFolder beir = BeirFolder.read(folder, split);
    try (QuestionedLibrary library =
        new QuestionedLibrary(List.of(beir.corpus()), embedder, Clock.systemUTC())) {
      return beir.queries().stream()
          .filter(query -> !query.answer().isBlank())
          .map(query -> ComposerQuestion.of(query, library))
          .toList();
    }
  }

  private void write(
      String base,
      List<Path> folders,
      ComposerExamples examples,
      List<ComposerQuestion> measured,
      Set<String> heldOut)
      throws IOException {
    double[] weights = examples.fit();
    Map<String, Object> figures = new TreeMap<>();
    figures.put("questions", measured.size());
    figures.putAll(ComposerFigures.of(measured, SentenceScorer.WEIGHTS).named("weights before"));
    figures.putAll(ComposerFigures.of(measured, weights).named("these weights"));
    figures.forEach((name, value) -> System.out.println(name + ": " + value));
    Map<String, Object> artefact =
        Map.of("weights", NamedWeights.json(weights, PieceFeature.NAMES));
    Files.writeString(
        out,
        StandardJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(artefact) + "\n");
    ArtefactHeader header =
        new ArtefactHeader(
            "composer",
            base,
            ArtefactHeader.hashes(folders),
            examples.size(),
            0,
            Map.of(
                "collections",
                collections.stream().map(c -> Path.of(c).getFileName().toString()).toList(),
                "penalty",
                ComposerExamples.PENALTY,
                "quick",
                quick),
            ArtefactHeader.commitOfProgram(),
            LocalDate.now(ZoneId.of("Asia/Shanghai")),
            figures);
    ArtefactFiles.write(out, header, heldOut);
  }
}
