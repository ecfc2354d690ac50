package cn.zhitong.assistant.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.zhitong.assistant.retrieval.Hit;
import cn.zhitong.assistant.retrieval.TestHits;
import cn.zhitong.common.embedding.AnswerReader;
import cn.zhitong.ingest.policy.PolicyId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class EncoderPassageReaderTest {
  private static final String CLAUSE = "第九条 船主对核定的补助金额有异议的，应当自公布之日起七日内书面提出，由市渔业局复核。";
  private static final String QUESTION = "渔船更新补助核少了怎么提异议";

  @Test
  void score_titleBeginsWithThreeIssuers_readsWhatThePolicyIsOn() {
    try (AnswerReader reader = AnswerReader.load()) {
      EncoderPassageReader passages = new EncoderPassageReader(reader, 1);
      float plain = score(passages, "云泽市渔船更新补助办法");
      float issued = score(passages, "云泽市海洋与渔业局 云泽市财政局 云泽市交通运输局 云泽市乡村振兴局关于印发《云泽市渔船更新补助办法》的通知");
      assertThat(issued).isCloseTo(plain, within(1.5f));
      assertThat(score(passages, "云泽市路灯管理办法")).isLessThan(issued);
    }
  }

  @Test
  void score_busy_whatWasReadBeforeIsKnownAndNothingElse() {
    try (AnswerReader reader = AnswerReader.load()) {
      AtomicBoolean busy = new AtomicBoolean();
      EncoderPassageReader passages = new EncoderPassageReader(reader, 1, busy::get);
      List<Hit> read = List.of(hit("云泽市渔船更新补助办法"), hit("云泽市路灯管理办法"));
      float[] before = passages.score(QUESTION, read).orElseThrow();

      busy.set(true);

      assertThat(passages.score(QUESTION, read))
          .hasValueSatisfying(again -> assertThat(again).containsExactly(before));
      assertThat(passages.score(QUESTION + "？", read)).as("another question").isEmpty();
      assertThat(passages.score(QUESTION, List.of(read.get(0), hit("云泽市渔港条例"))))
          .as("one window of two is new")
          .isEmpty();
    }
  }

  @Test
  void score_someWindowsReadBefore_othersAreReadInTheirPlaces() {
    try (AnswerReader reader = AnswerReader.load()) {
      EncoderPassageReader passages = new EncoderPassageReader(reader, 1);
      Hit own = hit("云泽市渔船更新补助办法");
      Hit other = hit("云泽市路灯管理办法");
      float[] alone = passages.score(QUESTION, List.of(other)).orElseThrow();
      float[] both = passages.score(QUESTION, List.of(own, other)).orElseThrow();
      assertThat(both[1]).isEqualTo(alone[0]);
      assertThat(both[0]).isGreaterThan(both[1]);
    }
  }

  private static float score(PassageReader passages, String title) {
    return passages.score(QUESTION, List.of(hit(title))).orElseThrow()[0];
  }

  private static Hit hit(String title) {
    return TestHits.of(new PolicyId(UUID.randomUUID()), title, "云泽市海洋与渔业局", CLAUSE);
  }
}
