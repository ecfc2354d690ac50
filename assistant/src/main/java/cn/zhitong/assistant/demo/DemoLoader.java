package cn.zhitong.assistant.demo;

import cn.zhitong.assistant.department.Catalogue;
import cn.zhitong.assistant.retrieval.Retrieval;
import cn.zhitong.assistant.runtime.DemoContent;
import cn.zhitong.assistant.runtime.WorkProgress;
import cn.zhitong.ingest.Ingest;
import cn.zhitong.ingest.IngestOutcome;
import cn.zhitong.ingest.policy.PolicyMetadata;
import cn.zhitong.ingest.read.SourceFile;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The made-up province: its departments, its policies by the same pipeline as everybody's files,
 * its appeals with what people decided, its items, its enterprises' files and their applications,
 * by the same HTTP interface as everybody's calls.
 */
@ApplicationScoped
class DemoLoader implements DemoContent {
  private final Catalogue catalogue;
  private final Ingest ingest;
  private final Retrieval retrieval;
  private final DemoCases cases;
  private final DemoMatching matching;
  private final DemoApplications applications;
  private final ObjectMapper json;

  DemoLoader(
      Catalogue catalogue,
      Ingest ingest,
      Retrieval retrieval,
      DemoCases cases,
      DemoMatching matching,
      DemoApplications applications,
      ObjectMapper json) {
    this.catalogue = catalogue;
    this.ingest = ingest;
    this.retrieval = retrieval;
    this.cases = cases;
    this.matching = matching;
    this.applications = applications;
    this.json = json;
  }

  @Override
  public void load(WorkProgress progress) {
    try {
      try (InputStream departments = DemoFiles.open("departments.yaml")) {
        catalogue.load(departments);
      }
      policies(progress);
      cases.load(appeals(), progress);
      matching.load(DemoFiles.lines("items.jsonl"), DemoFiles.lines("enterprises.jsonl"), progress);
      applications.load(progress);
    } catch (IOException e) {
      throw new UncheckedIOException("演示内容没有载入成功", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void policies(WorkProgress progress) throws IOException {
    List<String> names = DemoFiles.lines("policies/index.txt");
    Path folder = Files.createTempDirectory("zhitong-demo-");
    try {
      List<SourceFile> files = DemoFiles.policies(names, folder);
      List<IngestOutcome> outcomes = new ArrayList<>();
      ingest.run(
          "demo",
          files,
          PolicyMetadata.builder().build(),
          outcome -> {
            outcomes.add(outcome);
            progress.report("载入演示政策", outcomes.size(), names.size());
          });
      retrieval.catchUp();
      outcomes.stream()
          .filter(outcome -> outcome.result() == IngestOutcome.Result.FAILED)
          .findFirst()
          .ifPresent(
              failed -> {
                throw new IllegalStateException(failed.externalId() + "：" + failed.reason());
              });
    } finally {
      delete(folder);
    }
  }

  private List<JsonNode> appeals() throws IOException {
    List<JsonNode> appeals = new ArrayList<>();
    for (String line : DemoFiles.lines("appeals.jsonl")) {
      appeals.add(json.readTree(line));
    }
    return appeals;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
