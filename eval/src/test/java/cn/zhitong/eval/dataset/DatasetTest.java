package cn.zhitong.eval.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetTest {
  @TempDir Path folder;

  @Test
  void queries_ofASplit_areJustThoseItJudges() throws IOException {
    write("corpus.jsonl", "{\"_id\":\"d1\",\"title\":\"t\",\"text\":\"x\"}");
    write(
        "queries.jsonl",
        "{\"_id\":\"q1\",\"text\":\"问\",\"answer\":\"答\"}\n{\"_id\":\"q2\",\"text\":\"另问\"}");
    write("qrels/dev.tsv", "query-id\tcorpus-id\tscore\nq1\td1\t1\nq1\td2\t2");
    BeirFolder set = BeirFolder.read(folder, "dev");
    assertThat(set.queries()).extracting(BeirFolder.Query::id).containsExactly("q1");
    assertThat(set.queries().get(0).judgements()).containsEntry("d2", 2);
    assertThat(set.unanswerable()).isEmpty();
  }

  @Test
  void heldOut_severalQueries_keepsThoseWhoseDocumentsAreAllOfTheFixedFifth() throws IOException {
    write(
        "queries.jsonl",
        """
        {"_id":"q1","text":"问"}
        {"_id":"q2","text":"另问"}
        {"_id":"q3","text":"又问"}""");
    write(
        "qrels/dev.tsv", "query-id\tcorpus-id\tscore\nq1\td3\t1\nq2\td1\t1\nq3\td3\t1\nq3\td1\t1");
    write(
        "queries-unanswerable.jsonl",
        "{\"_id\":\"q7\",\"text\":\"空问\"}\n{\"_id\":\"q1\",\"text\":\"空\"}");
    BeirFolder set = BeirFolder.read(folder, "dev").heldOut();
    assertThat(set.queries()).extracting(BeirFolder.Query::id).containsExactly("q1");
    assertThat(set.unanswerable()).extracting(BeirFolder.Query::id).containsExactly("q7");
  }

  @Test
  void judgedQuery_withoutText_isAnError() throws IOException {
    write("queries.jsonl", "{\"_id\":\"q2\",\"text\":\"另问\"}");
    write("qrels/dev.tsv", "query-id\tcorpus-id\tscore\nq1\td1\t1");
    assertThatThrownBy(() -> BeirFolder.read(folder, "dev")).hasMessageContaining("q1");
  }

  @Test
  void brokenLine_inAFile_isNamed() throws IOException {
    write("queries.jsonl", "{\"_id\":\"q1\"}\nnot json");
    assertThatThrownBy(() -> Json.lines(folder.resolve("queries.jsonl")))
        .hasMessageContaining("line 2");
  }

  @Test
  void times_writtenOddly_areRead() {
    assertThat(AppealRow.isoTime("2017-3-2 18:19:14")).isEqualTo("2017-03-02T18:19:14+08:00");
    assertThat(AppealRow.isoTime("2023-02-13")).isEqualTo("2023-02-13T00:00:00+08:00");
    assertThat(AppealRow.isoTime("2023-02-13T08:00:00+08:00")).isEqualTo("2023-02-13T08:00+08:00");
    assertThat(AppealRow.isoTime("")).isNull();
    assertThat(AppealRow.isoTime("去年")).isNull();
  }

  @Test
  void labelsAndGroups_ofRows_areKept() throws IOException {
    write(
        "a.jsonl",
        "{\"id\":\"1\",\"title\":\"t\",\"text\":\"x\",\"category\":\"咨询\",\"department\":\"市税务局\",\"duplicateGroup\":\"g\"}\n"
            + "{\"id\":\"2\",\"title\":\"t\",\"text\":\"x\",\"category\":null,\"department\":\"\"}");
    List<AppealRow> rows = AppealRow.read(List.of(folder.resolve("a.jsonl")));
    assertThat(rows.get(0).category()).isEqualTo("consultation");
    assertThat(rows.get(0).group()).isEqualTo("g");
    assertThat(rows.get(1).category()).isNull();
    assertThat(rows.get(1).department()).isNull();
    assertThat(rows.get(1).group()).isEqualTo("2");
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
