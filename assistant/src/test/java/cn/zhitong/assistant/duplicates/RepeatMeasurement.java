package cn.zhitong.assistant.duplicates;

import cn.zhitong.assistant.appeal.AppealDocument;
import cn.zhitong.assistant.appeal.AppealDocuments;
import cn.zhitong.assistant.appeal.AppealText;
import cn.zhitong.common.embedding.BgeEmbedder;
import cn.zhitong.common.embedding.CachedEmbedder;
import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Precision and recall of repeats against {@code duplicateGroup} of labelled appeals, by threshold:
 * {@code RepeatMeasurement FILE…}. With {@code --centre} it prints the middle of the exemplars'
 * vectors instead, which {@link LshKeys} ships. Not a test: its figures stand in
 * docs/experiments/triage.md.
 */
final class RepeatMeasurement {
  private RepeatMeasurement() {}

  private record Row(
      String group, LocalDate askedOn, Set<Long> heads, DuplicateStore.Print print) {}

  private record Pair(double text, double meaning, boolean head, boolean same) {}

  public static void main(String[] args) throws Exception {
    try (CachedEmbedder embedder = CachedEmbedder.inUserCache(BgeEmbedder.load())) {
      AppealDocuments documents = new AppealDocuments(embedder);
      if (args[0].equals("--centre")) {
        centre(documents);
        return;
      }
      List<Pair> all = new ArrayList<>();
      long[] grouped = {0};
      for (String file : args) {
        long before = grouped[0];
        List<Pair> pairs = pairs(rows(Path.of(file), documents), grouped);
        System.out.println(Path.of(file).getFileName());
        table(pairs, grouped[0] - before);
        all.addAll(pairs);
      }
      System.out.println("all");
      table(all, grouped[0]);
    }
  }

  private static void centre(AppealDocuments documents) throws Exception {
    List<AppealText> texts = new ArrayList<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                RepeatMeasurement.class.getResourceAsStream("/triage/exemplars.tsv"),
                StandardCharsets.UTF_8))) {
      in.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .forEach(cells -> texts.add(new AppealText(cells[1], cells[2], null, null)));
    }
    List<AppealDocument> read = documents.of(texts);
    float[] sum = new float[read.get(0).vector().length];
    read.forEach(
        document -> {
          for (int i = 0; i < sum.length; i++) {
            sum[i] += document.vector()[i] / read.size();
          }
        });
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < sum.length; i++) {
      line.append(i % 16 == 0 ? "\n" : ",").append(String.format(Locale.ROOT, "%.4f", sum[i]));
    }
    System.out.println(line.substring(1));
  }

  private static List<Row> rows(Path file, AppealDocuments documents) throws Exception {
    ObjectMapper json = StandardJson.MAPPER;
    List<JsonNode> nodes = new ArrayList<>();
    List<AppealText> texts = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode node = json.readTree(line);
      String title = node.path("title").asText("");
      String text = node.path("text").asText("");
      if (!(title + text).isBlank()) {
        nodes.add(node);
        texts.add(new AppealText(title, text, null, null));
      }
    }
    List<Row> rows = new ArrayList<>();
    for (int from = 0; from < texts.size(); from += 256) {
      List<AppealDocument> read =
          documents.of(texts.subList(from, Math.min(texts.size(), from + 256)));
      for (int i = 0; i < read.size(); i++) {
        JsonNode node = nodes.get(from + i);
        String group = node.path("duplicateGroup").asText("");
        rows.add(
            new Row(
                group.isEmpty() || group.equals("null") ? "own" + (from + i) : group,
                day(node.path("askedAt").asText("")),
                Set.copyOf(PrefixKeys.asked(read.get(i))),
                DuplicateIndex.print(UUID.randomUUID(), Instant.EPOCH, read.get(i))));
      }
    }
    return rows;
  }

  /** Pairs that share a key, once each; counts the pairs within groups. */
  private static List<Pair> pairs(List<Row> rows, long[] grouped) {
    Map<Long, List<Integer>> byKey = new HashMap<>();
    Map<String, List<Integer>> groups = new HashMap<>();
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      int own = i;
      grouped[0] +=
          groups.computeIfAbsent(rows.get(i).group(), any -> new ArrayList<>()).stream()
              .filter(j -> recent(rows.get(own), rows.get(j)))
              .count();
      groups.get(rows.get(i).group()).add(i);
      Set<Integer> sharing = new HashSet<>();
      Set<Long> asked = new HashSet<>(rows.get(i).print().keys());
      asked.addAll(rows.get(i).heads());
      asked.forEach(key -> sharing.addAll(byKey.getOrDefault(key, List.of())));
      for (long key : rows.get(i).print().keys()) {
        byKey.computeIfAbsent(key, any -> new ArrayList<>()).add(i);
      }
      sharing.removeIf(j -> !recent(rows.get(own), rows.get(j)));
      for (int j : sharing) {
        DuplicateStore.Print a = rows.get(i).print();
        DuplicateStore.Print b = rows.get(j).print();
        pairs.add(
            new Pair(
                MinHashSignature.of(a.sketch()).similarity(MinHashSignature.of(b.sketch())),
                DuplicateIndex.cosine(a.vector(), b.vector()),
                b.keys().stream().anyMatch(rows.get(i).heads()::contains),
                rows.get(i).group().equals(rows.get(j).group())));
      }
    }
    System.out.printf("%d rows, %d pairs compared%n", rows.size(), pairs.size());
    return pairs;
  }

  /** Within 90 days of one another; undated appeals are of no day. */
  private static boolean recent(Row one, Row other) {
    return one.askedOn() != null
        && other.askedOn() != null
        && Math.abs(ChronoUnit.DAYS.between(one.askedOn(), other.askedOn())) <= 90;
  }

  private static LocalDate day(String time) {
    Matcher date = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2}).*").matcher(time);
    return date.matches()
        ? LocalDate.of(
            Integer.parseInt(date.group(1)),
            Integer.parseInt(date.group(2)),
            Integer.parseInt(date.group(3)))
        : null;
  }

  private static void table(List<Pair> pairs, long grouped) {
    System.out.printf("pairs in groups %d%n", grouped);
    line("same (title and head)", pairs, grouped, Pair::head);
    for (double text : new double[] {.5, .6, .8, .95, 1}) {
      line("text>=" + text, pairs, grouped, p -> p.text() >= text);
    }
    for (double meaning : new double[] {.9, .94, .98, .995}) {
      line("meaning>=" + meaning, pairs, grouped, p -> p.meaning() >= meaning);
    }
    line(
        "same or like",
        pairs,
        grouped,
        p -> p.head() || DuplicateIndex.like(p.text(), p.meaning()));
  }

  private static void line(
      String name, List<Pair> pairs, long grouped, java.util.function.Predicate<Pair> said) {
    long found = pairs.stream().filter(said).count();
    long right = pairs.stream().filter(said).filter(Pair::same).count();
    System.out.printf(
        Locale.ROOT,
        "  %-45s said %6d precision %.3f recall %.3f%n",
        name,
        found,
        found == 0 ? 0 : (double) right / found,
        grouped == 0 ? 0 : (double) right / grouped);
  }
}
