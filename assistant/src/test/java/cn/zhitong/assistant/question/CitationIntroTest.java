package cn.zhitong.assistant.question;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.citation.Citation;
import cn.zhitong.common.jdbc.Ids;
import cn.zhitong.ingest.policy.PolicyId;
import cn.zhitong.ingest.policy.PolicyStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CitationIntroTest {
  @ParameterizedTest
  @CsvSource({
    "'二、(三)', （三）明确办理时限。, 《办法》（云政〔2025〕1号）二：",
    "'第一章、第三条', 第三条 企业可以申请。, 《办法》（云政〔2025〕1号）第一章：",
    "第三条, 第三条 企业可以申请。, 《办法》（云政〔2025〕1号）：",
    "一, 一、支持对象, 《办法》（云政〔2025〕1号）：",
    "'二、1', 1.申请表, 《办法》（云政〔2025〕1号）二：",
    "一, 一次性给予补助。, 《办法》（云政〔2025〕1号）一：",
    "'二、1', 10万元以下的不再核实。, 《办法》（云政〔2025〕1号）二、1：",
    "'二、1', 1.5倍计算。, 《办法》（云政〔2025〕1号）二、1：",
    "'二、(三)', 咨询类来件2个工作日内答复。, 《办法》（云政〔2025〕1号）二、(三)："
  })
  void intro_ofAQuoteWithANumeral_saysItOnce(String clause, String quote, String lead) {
    Citation citation =
        new Citation(
            new PolicyId(Ids.next()),
            "a",
            "办法",
            "云政〔2025〕1号",
            null,
            clause,
            quote,
            0,
            quote.length(),
            PolicyStatus.IN_FORCE,
            null);
    assertThat(CitationIntro.to(citation).text()).isEqualTo(lead);
  }
}
