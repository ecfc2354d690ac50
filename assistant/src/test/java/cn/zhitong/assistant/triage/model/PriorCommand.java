package cn.zhitong.assistant.triage.model;

import cn.zhitong.assistant.appeal.Category;
import cn.zhitong.common.artefact.ArtefactFiles;
import cn.zhitong.common.artefact.ArtefactHeader;
import cn.zhitong.common.artefact.HeldOut;
import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Reckons how common each category is, for triage without a history. */
@Command(name = "triage-prior", description = "分办：没有历史来件时各类别的先验比例（prior.json）")
public final class PriorCommand implements Callable<Integer> {
  @Option(
      names = "--appeals",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description = "来件，JSON Lines（id、category），一地一个文件；各地同样计重")
  private List<Path> appeals;

  @Option(names = "--out", required = true, description = "写到这个文件")
  private Path out;

  @Override
  public Integer call() throws Exception {
    double[] prior = new double[Category.values().length];
    List<Integer> left = new ArrayList<>();
    List<String> heldOut = new ArrayList<>();
    int rows = 0;
    for (Path file : appeals) {
      int[] counts = new int[prior.length];
      int all = 0;
      for (String line : Files.readAllLines(file)) {
        JsonNode row = StandardJson.tree(line);
        Optional<Category> category = Category.find(row.path("category").asText(""));
        if (category.isEmpty()) {
          continue;
        }
        if (HeldOut.of(row.path("id").asText()) == HeldOut.TEST) {
          left.add(category.get().ordinal());
          heldOut.add(row.path("id").asText());
        } else {
          counts[category.get().ordinal()]++;
          all++;
        }
      }
      rows += all;
      for (int c = 0; c < prior.length; c++) {
        // One of each is taken to be known beforehand: none is impossible.
        prior[c] += (counts[c] + 1.0) / (all + prior.length) / appeals.size();
      }
    }
    Map<String, Object> figures = figures(prior, left);
    figures.forEach((name, value) -> System.out.println(name + ": " + value));
    Map<String, Double> shares = new TreeMap<>();
    for (Category category : Category.values()) {
      shares.put(category.code(), Math.round(1e4 * prior[category.ordinal()]) / 1e4);
    }
    Files.writeString(out, StandardJson.write(shares) + "\n");
    ArtefactHeader header =
        new ArtefactHeader(
            "triage-prior",
            "none",
            ArtefactHeader.hashes(appeals),
            rows,
            0,
            Map.of(),
            ArtefactHeader.commitOfProgram(),
            LocalDate.now(ZoneId.of("Asia/Shanghai")),
            figures);
    ArtefactFiles.write(out, header, heldOut);
    return 0;
  }

  /** Mean log loss on the held-out appeals, beside that of equal shares. */
  private static Map<String, Object> figures(double[] prior, List<Integer> left) {
    double loss = left.stream().mapToDouble(c -> -Math.log(prior[c])).average().orElse(Double.NaN);
    Map<String, Object> figures = new TreeMap<>();
    figures.put("held-out appeals", left.size());
    figures.put("log loss", Math.round(1e4 * loss) / 1e4);
    figures.put("log loss of equal shares", Math.round(1e4 * Math.log(prior.length)) / 1e4);
    return figures;
  }
}
