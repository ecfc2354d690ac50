package cn.zhitong.assistant.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.zhitong.assistant.retrieval.Hit;
import cn.zhitong.common.embedding.AnswerReader;
import cn.zhitong.ingest.policy.PolicyId;
import cn.zhitong.ingest.policy.PolicyStatus;
import java.util.List;
import java.util.UUID;
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

  private static float score(PassageReader passages, String title) {
    Hit hit =
        new Hit(
            UUID.randomUUID(),
            new PolicyId(UUID.randomUUID()),
            "a.txt",
            title,
            title,
            null,
            "云泽市海洋与渔业局",
            null,
            null,
            PolicyStatus.IN_FORCE,
            null,
            null,
            "",
            0,
            CLAUSE.length(),
            CLAUSE,
            1,
            .5);
    return passages.score(QUESTION, List.of(hit)).orElseThrow()[0];
  }
}
