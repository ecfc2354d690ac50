package cn.zhitong.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.hankcs.hanlp.seg.common.Term;
import com.hankcs.hanlp.tokenizer.StandardTokenizer;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenizerTest {
  private static List<String> words(Tokenizer tokenizer, String text) {
    return tokenizer.cut(text).stream().map(term -> term.word).toList();
  }

  @Test
  void indexWords_ofALongWord_holdTheWordsInsideIt() {
    assertThat(words(Tokenizer.INDEX, "高新技术企业")).contains("高新技术", "技术", "企业");
    assertThat(words(Tokenizer.QUESTION, "高新技术企业")).doesNotContain("技术");
  }

  @Test
  void names_inAText_areRecognisedWhereTheyAreAskedForOnly() {
    String text = "王建国在北京市海淀区财政局工作";
    assertThat(Tokenizer.NAMES.cut(text))
        .anySatisfy(
            term -> {
              assertThat(term.word).isEqualTo("王建国");
              assertThat(term.nature).hasToString("nr");
            });
    assertThat(words(Tokenizer.FEATURES, text)).doesNotContain("王建国");
  }

  @Test
  void offsets_ofNames_arePlacesInTheText() {
    String text = "联系人王建国，电话";
    for (Term term : Tokenizer.NAMES.cut(text)) {
      assertThat(text.substring(term.offset)).startsWith(term.word);
    }
  }

  @Test
  void questionWords_whenOthersReconfigureHanLp_stay() {
    String text = "张伟明咨询社保补贴怎么申请";
    List<String> before = words(Tokenizer.QUESTION, text);
    StandardTokenizer.SEGMENT.enableIndexMode(true).enableNameRecognize(false);
    try {
      assertThat(StandardTokenizer.segment(text)).extracting(t -> t.word).isNotEqualTo(before);
      assertThat(words(Tokenizer.QUESTION, text)).isEqualTo(before);
    } finally {
      StandardTokenizer.SEGMENT.enableIndexMode(false).enableNameRecognize(true);
    }
  }
}
