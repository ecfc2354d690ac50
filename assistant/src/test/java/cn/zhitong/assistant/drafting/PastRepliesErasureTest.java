package cn.zhitong.assistant.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.privacy.ErasedCase;
import cn.zhitong.assistant.retrieval.IndexFolder;
import cn.zhitong.common.jdbc.Ids;
import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.jdbc.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one database, of which each has what was replied before in an index of its own. */
@Timeout(120)
class PastRepliesErasureTest {
  private static final String WORD = "桫椤獬豸";
  private static final String GREETING = "尊敬的桫先生：";

  @TempDir Path folder;
  private EmbeddedPostgres postgres;
  private Jdbc jdbc;
  private PastReplyStore store;

  @BeforeEach
  void start() throws IOException {
    postgres = EmbeddedPostgres.builder().start();
    Migrations.migrateCorpus(postgres.getPostgresDatabase());
    Migrations.migrate(postgres.getPostgresDatabase(), "assistant", getClass().getClassLoader());
    jdbc = new Jdbc(postgres.getPostgresDatabase());
    store = new PastReplyStore(jdbc);
  }

  @AfterEach
  void stop() throws IOException {
    postgres.close();
  }

  @Test
  void erasedReply_thatNobodySearchesFor_leavesTheIndexOfEachNode() throws IOException {
    UUID erased = Ids.next();
    for (int i = 0; i < 40; i++) {
      add(Ids.next(), "办理第" + i + "批许可证的变更登记", "您好！请到窗口办理。");
    }
    for (int i = 0; i < 3; i++) {
      add(i == 0 ? erased : Ids.next(), WORD + "厂申请变更登记", GREETING + "请到窗口办理。");
    }
    PastReplies first = node("first");
    PastReplies second = node("second");
    for (PastReplies node : List.of(first, second)) {
      assertThat(node.search(WORD + "厂申请变更登记", null, false, "", 5)).isNotEmpty();
    }
    jdbc.transaction(
        session -> {
          store.erase(session, new ErasedCase(erased, "none", null, List.of()));
          return session.update("delete from assistant.past_reply where title like ?", WORD + "%");
        });
    for (PastReplies node : List.of(first, second)) {
      assertThat(node.greeting("某局")).isEqualTo(GREETING);
      node.forgetErased();
      assertThat(node.greeting("某局")).isEmpty();
      node.close();
    }
    for (String name : List.of("first", "second")) {
      IndexFolder index = new IndexFolder(folder.resolve(name));
      assertThat(index.placesOf("变更登记")).as("what is kept").isNotEmpty();
      assertThat(index.placesOf(WORD)).as(name).isEmpty();
    }
  }

  private void add(UUID caseId, String title, String reply) {
    Instant now = Instant.parse("2025-09-01T01:00:00Z");
    store.insert(
        List.of(
            new PastReply(
                Ids.next(),
                caseId,
                PastReply.CASE,
                "n" + caseId,
                reply.startsWith(GREETING) ? "某局" : "另一局",
                null,
                title,
                title + "，请尽快答复。",
                reply,
                now,
                now)));
  }

  private PastReplies node(String name) throws IOException {
    return new PastReplies(store, FSDirectory.open(folder.resolve(name)));
  }
}
