package cn.zhitong.assistant.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolRequestShapeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "null | -32600",
        "[] | -32600",
        "[1] | -32600",
        "5 | -32600",
        "true | -32600",
        "{ | -32700",
        "{\"jsonrpc\":\"2.0\",\"id\":1} | -32600",
        "{\"method\":5} | -32600",
        "{\"method\":\"tools/call\",\"params\":[1]} | -32602",
        "{\"method\":\"tools/call\",\"params\":{\"arguments\":[1]}} | -32602",
        "{\"method\":\"initialize\",\"params\":{\"protocolVersion\":5}} | -32602",
        "{\"method\":\"tools/list\"} | 0",
        "{\"method\":\"tools/call\",\"params\":{\"name\":\"ask\",\"arguments\":{}}} | 0",
        "[{\"method\":\"ping\"}] | 0",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}} | 0"
      })
  void fault_body_isToldByCode(String body, int code) {
    assertThat(ToolRequestShape.fault(body)).isEqualTo(code);
  }
}
