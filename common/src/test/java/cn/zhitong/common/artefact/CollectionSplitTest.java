package cn.zhitong.common.artefact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CollectionSplitTest {
  @Test
  void of_folderAndSplit_takesTheLastColon() {
    CollectionSplit split = CollectionSplit.of("C:/data/ncp:dev-answer");
    assertThat(split).isEqualTo(new CollectionSplit(Path.of("C:/data/ncp"), "dev-answer"));
    assertThat(split.name()).isEqualTo("ncp");
  }

  @Test
  void of_noColon_saysHowToWriteIt() {
    assertThatThrownBy(() -> CollectionSplit.of("ncp")).hasMessageContaining("文件夹:划分");
  }
}
