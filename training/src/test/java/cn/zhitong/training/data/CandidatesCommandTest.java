package cn.zhitong.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@Timeout(300)
class CandidatesCommandTest {
  private static final String QUESTION =
      """
      {"question":"蓝莓要带什么证书","style":"short","doc":"north.txt","title":"北洲蓝莓检疫要求","clause":"第二条","label":1}
      """;

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.createDirectories(folder.resolve("policies"));
    Files.createDirectories(folder.resolve("questions"));
    Files.writeString(folder.resolve("questions/asked.jsonl"), QUESTION);
    policy("north.txt", "北洲蓝莓检疫要求");
    policy("north-old.txt", "北洲蓝莓检疫要求");
    policy("south.txt", "南岛蓝莓检疫要求");
  }

  private void policy(String file, String title) throws IOException {
    Files.writeString(
        folder.resolve("policies").resolve(file), title + "\n\n第一条 本要求适用于蓝莓。\n第二条 每批随附植物检疫证书。\n");
  }

  @Test
  void candidates_ofAQuestion_areOfEveryPolicyThatSearchFinds() throws IOException {
    assertThat(found()).contains("north.txt", "south.txt");
  }

  @Test
  void candidates_withoutOwn_leaveOutThePolicyAndItsNamesakes() throws IOException {
    assertThat(found("--without-own")).containsExactly("south.txt");
  }

  private Set<String> found(String... options) throws IOException {
    Path out = folder.resolve("out.jsonl");
    CommandLine command = new CommandLine(new CandidatesCommand());
    String[] always = {
      "--questions", folder.resolve("questions").toString(),
      "--policies", folder.resolve("policies").toString(),
      "--out", out.toString()
    };
    String[] all = new String[always.length + options.length];
    System.arraycopy(always, 0, all, 0, always.length);
    System.arraycopy(options, 0, all, always.length, options.length);
    assertThat(command.execute(all)).isZero();
    Set<String> docs = new TreeSet<>();
    for (JsonNode passage : StandardJson.tree(Files.readString(out)).path("passages")) {
      docs.add(passage.path("doc").asText());
    }
    return docs;
  }
}
