package cn.zhitong.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.training.data.PolicyLibrary.NamedClause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class PolicyLibraryTest {
  private static final String RULE = "第二条 输入的蓝莓应当来自注册的果园，每批随附植物检疫证书。\n";

  @TempDir private Path folder;
  private PolicyLibrary library;

  @BeforeEach
  void read() throws IOException {
    write("north.txt", "北洲蓝莓检疫要求", "第一条 本要求适用于北洲蓝莓。\n" + RULE);
    write("south.txt", "南岛蓝莓检疫要求", "第一条 本要求适用于南岛蓝莓。\n" + RULE);
    library = PolicyLibrary.read(List.of(folder));
  }

  private void write(String file, String title, String body) throws IOException {
    Files.writeString(folder.resolve(file), title + "\n\n" + body);
  }

  @Test
  void clause_namedByTitleAndPath_isFoundWithItsText() {
    NamedClause clause = clause("要带什么证书");
    assertThat(clause.doc()).isEqualTo("north.txt");
    assertThat(clause.shown().text()).startsWith("第二条").contains("植物检疫证书");
    assertThat(clause.passages()).isNotEmpty();
  }

  @Test
  void mayAnswer_sameRuleForAnotherCountry_onlyWhereTheQuestionNamesNone() {
    LibraryPassage other =
        library.passages().stream()
            .filter(p -> p.doc().equals("south.txt") && p.text().contains("证书"))
            .findFirst()
            .orElseThrow();
    assertThat(library.mayAnswer("要带什么证书", clause("要带什么证书"), other)).isTrue();
    assertThat(library.mayAnswer("北洲蓝莓要带什么证书", clause("要带什么证书"), other)).isFalse();
  }

  private NamedClause clause(String question) {
    LabelledQuestion line = new LabelledQuestion(question, "short", null, "北洲蓝莓检疫要求", "第二条", 0, 1);
    return library.clause(line).orElseThrow();
  }
}
