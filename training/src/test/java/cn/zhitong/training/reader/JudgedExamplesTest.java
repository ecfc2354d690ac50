package cn.zhitong.training.reader;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.common.artefact.HeldOut;
import cn.zhitong.common.embedding.ReaderTokens;
import cn.zhitong.training.data.JudgedList;
import cn.zhitong.training.data.JudgedList.Judged;
import cn.zhitong.training.data.LibraryPassage;
import java.util.List;
import org.junit.jupiter.api.Test;

class JudgedExamplesTest {
  private static final String TRAINED = "d1";
  private static final String HELD_OUT = "d3";
  private static final List<LibraryPassage> PASSAGES =
      List.of(
          new LibraryPassage(TRAINED, "路灯管理办法", "", 0, 20, "迁移路灯的费用由申请人承担。"),
          new LibraryPassage(TRAINED, "路灯管理办法", "", 20, 40, "迁移路灯应当提前十五日申请。"),
          new LibraryPassage(HELD_OUT, "路灯条例", "", 0, 20, "擅自迁移路灯的，责令改正。"));

  @Test
  void build_gradedPassages_wantAsMuchAsTheirGrade() {
    List<Example> examples =
        examples(TRAINED, new Judged(TRAINED, 0, 20, 2), new Judged(TRAINED, 20, 40, 1));
    assertThat(examples).extracting(Example::wanted).containsExactly(1., .1);
    assertThat(examples).extracting(Example::answers).containsExactly(true, false);
    assertThat(examples).extracting(Example::rank).containsExactly(0, 1);
  }

  @Test
  void build_trainedQuestion_leavesPassagesOfHeldOutDocumentsOut() {
    assertThat(HeldOut.of(HELD_OUT)).isEqualTo(HeldOut.TEST);
    assertThat(HeldOut.of(TRAINED)).isEqualTo(HeldOut.TRAINED);
    Judged heldOut = new Judged(HELD_OUT, 0, 20, 0);
    assertThat(examples(TRAINED, heldOut)).isEmpty();
    assertThat(examples(HELD_OUT, heldOut)).extracting(Example::part).containsExactly(HeldOut.TEST);
  }

  @Test
  void build_libraryCutAnew_takesThePassageThatHoldsMostOfWhatWasRead() {
    assertThat(examples(TRAINED, new Judged(TRAINED, 4, 22, 2)))
        .extracting(example -> example.passage().text())
        .containsExactly("迁移路灯的费用由申请人承担。");
    assertThat(examples(TRAINED, new Judged(TRAINED, 60, 80, 2))).isEmpty();
  }

  private static List<Example> examples(String doc, Judged... judged) {
    try (ReaderTokens tokens = ReaderTokens.load()) {
      return new JudgedExamples(ExampleBuilder.SOURCE, PASSAGES, tokens)
          .build(
              List.of(new JudgedList("挪路灯谁出钱", null, null, "short", doc, List.of(judged))),
              0,
              JudgedList::question);
    }
  }
}
