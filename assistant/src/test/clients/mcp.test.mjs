// The official MCP client checks each result against the schema that the tool announced.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";

const url = process.env.ZHITONG_URL;

async function connected() {
  const client = new Client({ name: "zhitong-test", version: "1" });
  await client.connect(new StreamableHTTPClientTransport(new URL("/mcp", url)));
  await client.listTools();
  return client;
}

test("every tool announces a schema of its results", { skip: !url }, async () => {
  const client = await connected();
  const { tools } = await client.listTools();
  assert.ok(tools.some((tool) => tool.name === "ask") && tools.some((tool) => tool.name === "search_policies"));
  await client.close();
});

for (const question of ["澜州市首台套奖励标准是多少？", "今天天气怎么样", "招用高校毕业生有什么补贴？", "你好"]) {
  test(`ask: ${question}`, { skip: !url }, async () => {
    const client = await connected();
    const result = await client.callTool({ name: "ask", arguments: { question } });
    assert.ok(!result.isError, JSON.stringify(result.content));
    assert.match(result.structuredContent.outcome, /answered|related|refused|clarify/);
    await client.close();
  });
}

test("search_policies", { skip: !url }, async () => {
  const client = await connected();
  const result = await client.callTool({ name: "search_policies", arguments: { query: "冷藏车购置补助" } });
  assert.ok(!result.isError, JSON.stringify(result.content));
  assert.ok(result.structuredContent.passages.length > 0);
  await client.close();
});

test("a wrong argument is told in words, not by a class", { skip: !url }, async () => {
  const client = await connected();
  const told = await client.callTool({ name: "search_policies", arguments: { query: "" } }).then(
    (result) => JSON.stringify(result.content),
    (error) => String(error.message),
  );
  assert.doesNotMatch(told, /Exception|cn\.zhitong/);
  await client.close();
});
