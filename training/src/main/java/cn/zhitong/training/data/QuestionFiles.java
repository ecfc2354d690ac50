package cn.zhitong.training.data;

import cn.zhitong.common.json.StandardJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the questions of a folder: every {@code *.jsonl} with questions, in order of names. */
public final class QuestionFiles {
  private QuestionFiles() {}

  /** The files that {@link #read} reads. */
  public static List<Path> in(Path folder) throws IOException {
    if (Files.isRegularFile(folder)) {
      return List.of(folder);
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
    }
  }

  /** Without repeated lines. */
  public static List<LabelledQuestion> read(Path folder) throws IOException {
    Set<LabelledQuestion> questions = new LinkedHashSet<>();
    for (Path file : in(folder)) {
      for (String line : Files.readAllLines(file)) {
        if (!line.isBlank()) {
          questions.add(StandardJson.MAPPER.readValue(line, LabelledQuestion.class));
        }
      }
    }
    return List.copyOf(questions);
  }
}
