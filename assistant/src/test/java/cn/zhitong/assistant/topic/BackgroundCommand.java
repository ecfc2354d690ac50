package cn.zhitong.assistant.topic;

import cn.zhitong.assistant.topic.CityAppeals.Row;
import cn.zhitong.common.artefact.ArtefactFiles;
import cn.zhitong.common.artefact.ArtefactHeader;
import cn.zhitong.common.artefact.HeldOut;
import cn.zhitong.common.embedding.BgeEmbedder;
import cn.zhitong.common.embedding.CachedEmbedder;
import cn.zhitong.common.embedding.Embedder;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains what appeals are usually about. */
@Command(name = "topics", description = "热点问题：来件通常所涉内容（usual.bin）")
public final class BackgroundCommand implements Callable<Integer> {
  @Option(
      names = "--appeals",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description = "来件，JSON Lines（id、title、text），一地一个文件")
  private List<Path> appeals;

  @Option(names = "--out", required = true, description = "写到这个文件")
  private Path out;

  @Override
  public Integer call() throws Exception {
    try (BgeEmbedder model = BgeEmbedder.load()) {
      Embedder embedder = CachedEmbedder.inUserCache(model);
      List<List<float[]>> trained = new ArrayList<>();
      List<List<float[]>> measured = new ArrayList<>();
      List<String> heldOut = new ArrayList<>();
      for (Path file : appeals) {
        List<float[]> known = new ArrayList<>();
        List<float[]> left = new ArrayList<>();
        for (Row row : CityAppeals.read(file, embedder)) {
          boolean test = HeldOut.of(row.id()) == HeldOut.TEST;
          (test ? left : known).add(row.appeal().vector());
          if (test) {
            heldOut.add(row.id());
          }
        }
        trained.add(known);
        measured.add(left);
      }
      BackgroundModel background = BackgroundTraining.train(trained);
      Map<String, Object> figures = figures(background, measured);
      figures.forEach((name, value) -> System.out.println(name + ": " + value));
      try (OutputStream file = Files.newOutputStream(out)) {
        background.write(embedder.modelId(), file);
      }
      int rows = trained.stream().mapToInt(List::size).sum();
      ArtefactFiles.write(out, header(embedder.modelId(), rows, figures), heldOut);
    }
    return 0;
  }

  private ArtefactHeader header(String base, int rows, Map<String, Object> figures)
      throws Exception {
    return new ArtefactHeader(
        "topics",
        base,
        ArtefactHeader.hashes(appeals),
        rows,
        BackgroundTraining.SEED,
        Map.of("points", BackgroundTraining.POINTS, "fewest", BackgroundTraining.FEWEST),
        ArtefactHeader.commitOfProgram(),
        LocalDate.now(ZoneId.of("Asia/Shanghai")),
        figures);
  }

  /** How far a place's held-out appeals lie from where its profile expects them. */
  private Map<String, Object> figures(BackgroundModel background, List<List<float[]>> measured) {
    Map<String, Object> figures = new TreeMap<>();
    for (int city = 0; city < measured.size(); city++) {
      String name = appeals.get(city).getFileName().toString().replace(".jsonl", "");
      figures.put(name + " held-out appeals", measured.get(city).size());
      figures.put(
          name + " distance of profiles (0 the same, 1 apart)",
          Math.round(1e4 * background.distance(city, measured.get(city))) / 1e4);
    }
    return figures;
  }
}
