package cn.zhitong.assistant.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.TestPolicy;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The protocol's official client, which checks every structured result against its schema. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class McpClientTest {
  @Inject TestPolicy policy;

  @TestHTTPResource("/")
  URI root;

  private McpSyncClient client;

  @BeforeEach
  void connect() throws Exception {
    policy.publish();
    String address = root.toString().replaceAll("/$", "");
    client =
        McpClient.sync(HttpClientStreamableHttpTransport.builder(address).endpoint("/mcp").build())
            .requestTimeout(Duration.ofSeconds(30))
            .enableCallToolSchemaCaching(true)
            .build();
    client.initialize();
  }

  @AfterEach
  void disconnect() {
    client.close();
  }

  @Test
  void tools_listed_sayWhatTheyReturn() {
    assertThat(client.getServerInfo().name()).isEqualTo("zhitong");
    assertThat(client.listTools().tools())
        .hasSize(6)
        .filteredOn(tool -> tool.name().equals("ask") || tool.name().equals("search_policies"))
        .hasSize(2)
        .extracting(Tool::outputSchema)
        .doesNotContainNull();
  }

  @Test
  void ask_answeredAndRefused_areTaken() {
    CallToolResult answered = call("ask", Map.of("question", "望川市物流企业租用标准冷库补贴多少？"));
    assertThat(answered.isError()).isNotEqualTo(true);
    assertThat(structured(answered)).containsEntry("outcome", "answered");
    assertThat(structured(answered).get("text")).asString().contains("每平方米每月8元");
    CallToolResult refused = call("ask", Map.of("question", "今天天气怎么样"));
    assertThat(refused.isError()).isNotEqualTo(true);
    assertThat(structured(refused)).containsEntry("outcome", "refused");
  }

  @Test
  void search_anyWords_areTaken() {
    CallToolResult found = call("search_policies", Map.of("query", "标准冷库补贴"));
    assertThat(found.isError()).isNotEqualTo(true);
    assertThat(structured(found).get("passages")).asString().contains("每平方米每月8元");
    assertThat(call("search_policies", Map.of("query", "潜水艇螺旋桨")).isError()).isNotEqualTo(true);
  }

  @Test
  void clause_thatIsMissing_isExplainedWithoutNamesOfClasses() {
    CallToolResult missing = call("get_clause", Map.of("policy", "没有这份政策"));
    assertThat(missing.isError()).isTrue();
    String said = ((TextContent) missing.content().get(0)).text();
    assertThat(said).contains("请").doesNotContain("Exception").doesNotContain("cn.zhitong");
  }

  private CallToolResult call(String tool, Map<String, Object> arguments) {
    return client.callTool(CallToolRequest.builder(tool).arguments(arguments).build());
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> structured(CallToolResult result) {
    return (Map<String, Object>) result.structuredContent();
  }
}
