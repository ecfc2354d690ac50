package cn.zhitong.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServeCommandTest {
  @Test
  void memory_tooLittleToStart_saysHowMuchAndHowToSetIt() {
    assertThat(ServeCommand.memoryProblem(175L << 20).orElseThrow())
        .contains("175 MB")
        .contains("ZHITONG_JAVA_OPTS=-Xmx512m");
    assertThat(ServeCommand.memoryProblem(340L << 20)).isEmpty();
    assertThat(ServeCommand.memoryProblem(Long.MAX_VALUE)).isEmpty();
  }
}
