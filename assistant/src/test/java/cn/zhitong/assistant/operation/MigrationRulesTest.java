package cn.zhitong.assistant.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A node of the version before goes on reading and writing what a migration has changed: nodes are
 * replaced one by one. Read off the files, for those that came after the rule.
 */
class MigrationRulesTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  /** The last file from before the rule, and how many there were up to it. */
  private record Baseline(String folder, int last, int files) {}

  private static final List<Baseline> BASELINES =
      List.of(
          new Baseline("assistant/src/main/resources/db/assistant", 753, 44),
          new Baseline("ingest/src/main/resources/db/corpus", 16, 5));

  private static final Pattern NUMBER = Pattern.compile("V(\\d+)__.*\\.sql");

  /**
   * Words of a statement, lower case and with single spaces, that the version before cannot bear.
   */
  private static final Map<String, Pattern> FORBIDDEN =
      Map.of(
          "drops a table, column, view or schema",
          Pattern.compile(
              "\\bdrop (table|column|view|schema|type)\\b|\\balter table .*\\bdrop (?!constraint|not null|default|expression|identity)"),
          "renames something",
          Pattern.compile("\\brename\\b"),
          "makes a column that exists not null",
          Pattern.compile("\\bset not null\\b"),
          "changes a column's type",
          Pattern.compile("\\balter (column )?\\S+ (set data )?type\\b"),
          "adds a column that is not null and has no default",
          Pattern.compile(
              "\\badd (column )?(if not exists )?(?!constraint)\\S+ (?![^,]*\\bdefault\\b)[^,]*\\bnot null\\b"),
          "adds a constraint to a table that exists",
          Pattern.compile(
              "\\balter table .*\\badd (constraint \\S+ )?(check|unique|foreign key|primary key|exclude)\\b"),
          "makes a unique index on a table that exists",
          Pattern.compile("\\bcreate unique index\\b"),
          "takes rights away",
          Pattern.compile("\\brevoke\\b"));

  /** What a statement breaks; empty when the version before can live with it. */
  static List<String> broken(String sql) {
    List<String> broken = new ArrayList<>();
    String plain = sql.replaceAll("(?m)--.*$", " ");
    Matcher created =
        Pattern.compile("(?i)create table (if not exists )?([a-z_.]+)").matcher(plain);
    List<String> own = new ArrayList<>();
    while (created.find()) {
      own.add(created.group(2).toLowerCase());
    }
    for (String statement : plain.toLowerCase().split(";")) {
      String words = statement.replaceAll("\\s+", " ").strip();
      // A table that the same file makes is not known to the version before.
      if (own.stream()
          .anyMatch(
              table -> words.contains(" " + table + " ") || words.contains(" " + table + "("))) {
        continue;
      }
      FORBIDDEN.forEach(
          (what, pattern) -> {
            if (pattern.matcher(words).find()) {
              broken.add(what + ": " + words);
            }
          });
    }
    return broken;
  }

  @Test
  void migrations_afterTheBaseline_leaveTheVersionBeforeAtWork() throws IOException {
    for (Baseline baseline : BASELINES) {
      for (Path file : files(baseline)) {
        if (number(file) > baseline.last()) {
          assertThat(broken(Files.readString(file)))
              .as("%s; see CONTRIBUTING.md, \"add a migration\"", file.getFileName())
              .isEmpty();
        }
      }
    }
  }

  @Test
  void numbers_ofMigrations_onlyRise() throws IOException {
    for (Baseline baseline : BASELINES) {
      assertThat(files(baseline).stream().filter(file -> number(file) <= baseline.last()))
          .as(
              "files of %s up to V%d: a new one has to have a higher number",
              baseline.folder(), baseline.last())
          .hasSize(baseline.files());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create table assistant.x (id uuid primary key, name text not null unique); create unique index on assistant.x (name)",
        "alter table assistant.appeal_case add column note text",
        "alter table assistant.appeal_case add column n int not null default 0",
        "alter table assistant.appeal_case add column a text, add column b boolean not null default false",
        "alter table assistant.appeal_case alter column email drop not null",
        "create index on assistant.appeal_case (note)",
        "-- drop table assistant.x\nselect 1",
      })
  void broken_whatTheVersionBeforeBears_isNothing(String sql) {
    assertThat(broken(sql)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "drop table assistant.x | drops",
        "alter table assistant.x drop column y | drops",
        "alter table assistant.x drop y | drops",
        "ALTER TABLE assistant.x RENAME COLUMN y TO z | renames",
        "alter table assistant.x alter column y set not null | not null",
        "alter table assistant.x alter column y type bigint | type",
        "alter table assistant.x add column y text not null | no default",
        "alter table assistant.x add column a int not null default 0, add column y text not null | no default",
        "alter table assistant.x add constraint c check (y > 0) | constraint",
        "create unique index on assistant.x (y) | unique",
      })
  void broken_whatTheVersionBeforeCannotBear_isNamed(String sql, String what) {
    assertThat(broken(sql)).hasSize(1).first().asString().contains(what);
  }

  private static List<Path> files(Baseline baseline) throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve(baseline.folder()))) {
      return files.filter(file -> NUMBER.matcher(file.getFileName().toString()).matches()).toList();
    }
  }

  private static int number(Path file) {
    Matcher matcher = NUMBER.matcher(file.getFileName().toString());
    return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
  }
}
