package cn.zhitong.assistant.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PushTextsTest {
  private static PushTexts.Said said(boolean met, String field) {
    PushContent content = new PushContent("用工补贴", null, null, "奖补", null, null, null);
    return new PushTexts.Said(new UUID(0, 1), new UUID(0, 2), content, met, field);
  }

  @Test
  void why_saysWhatIsKnown_andNoMore() {
    assertThat(PushTexts.why(said(true, null))).contains("符合全部条件");
    assertThat(PushTexts.why(said(false, "staff"))).contains("只差一项数据“从业人数”");
    assertThat(PushTexts.why(said(false, null))).contains("凭材料核验").doesNotContain("全部条件");
  }

  @Test
  void shortText_ofAnItem_followsTheTemplate() {
    Map<String, String> params = Map.of("title", "用工补贴", "count", "3", "field", "从业人数", "url", "U");
    assertThat(PushTexts.smsText(PushTexts.ITEM, params)).contains("符合“用工补贴”的条件");
    assertThat(PushTexts.smsText(PushTexts.UNKNOWN, params)).contains("只差“从业人数”一项");
    assertThat(PushTexts.smsText(PushTexts.EVIDENCE, params)).contains("能核对的条件");
    assertThat(PushTexts.smsText(PushTexts.DIGEST, params)).contains("3 项政策").contains("U");
  }
}
