package cn.zhitong.assistant.question;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.common.embedding.BgeEmbedder;
import cn.zhitong.common.embedding.CachedEmbedder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OffTopicModelTest {
  private static OffTopicModel model;

  @BeforeAll
  static void load() {
    model = new OffTopicModel(CachedEmbedder.inUserCache(BgeEmbedder.load()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"后天出门要穿羽绒服吗", "再讲个好笑的段子", "跟男朋友分手了好难过", "附近哪家小龙虾最好吃"})
  void isOffTopic_privateMatter_yes(String question) {
    assertThat(model.isOffTopic(question, false)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"宠物店要办什么许可证", "客户一直拖着货款不给怎么办", "我这小厂一年被检查了五回", "冷链车补贴多少", "招应届生有没有补贴"})
  void isOffTopic_layWordsOfABusiness_no(String question) {
    assertThat(model.isOffTopic(question, true)).isFalse();
  }
}
