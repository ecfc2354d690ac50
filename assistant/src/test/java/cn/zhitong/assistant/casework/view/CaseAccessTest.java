package cn.zhitong.assistant.casework.view;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CaseAccessTest {
  private static String told(String role) {
    return CaseAccess.unseen(new Caller("anyone", "某人", null, Set.of(role))).getMessage();
  }

  @Test
  void unseen_byStaff_namesTheDepartment() {
    assertThat(told(Role.HANDLER_CODE)).contains("您所在部门");
  }

  @Test
  void unseen_byEnterprise_namesWhatItHas() {
    assertThat(told(Role.ENTERPRISE_CODE)).contains("查询码").doesNotContain("部门");
  }
}
