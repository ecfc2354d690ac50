package cn.zhitong.eval.draft;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.eval.dataset.RepliedAppeal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForeignDataTest {
  private final ForeignData foreign = new ForeignData(List.of());

  @ParameterizedTest
  @CsvSource({
    "经与王某联系, 王某",
    "王云某家后院, 王云某",
    "由高某某转交, 高某某",
    "李女士表示满意, 李女士",
    "拨打13812345678, 13812345678"
  })
  void person_notInTheAppeal_isFound(String draft, String found) {
    assertThat(foreign.personal(draft, "没有提到")).containsExactly(found);
    assertThat(foreign.personal(draft, "来信说" + found)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"合同对方是明州某租赁公司", "驻地某营的训练场", "东湖某纸箱有限公司", "因某一原因", "西岭某集团"})
  void organisation_withoutAName_isNobody(String draft) {
    assertThat(foreign.personal(draft, "")).isEmpty();
  }

  /** A full stop behind it makes a number no other. */
  @Test
  void number_inFewerThanThreeCases_isForeign() {
    List<RepliedAppeal> past = new ArrayList<>();
    for (String reply : List.of("请拨打6318804.", "请拨打6318804。", "拨打6318804", "共7316户", "共7316户")) {
      past.add(new RepliedAppeal(null, reply));
    }
    ForeignData numbers = new ForeignData(past);
    assertThat(numbers.numbers("电话6318804.", "")).isEmpty();
    assertThat(numbers.numbers("共7316户", "")).containsExactly("7316");
    assertThat(numbers.numbers("共7316户", "我们7316户")).isEmpty();
    assertThat(numbers.numbers("共7317户", "")).isEmpty();
  }
}
