// The official OpenAI client against /v1.
import assert from "node:assert/strict";
import { test } from "node:test";
import OpenAI from "openai";

const url = process.env.ZHITONG_URL;
const client = url ? new OpenAI({ baseURL: new URL("/v1", url).href, apiKey: process.env.ZHITONG_KEY ?? "none" }) : null;
const messages = [{ role: "user", content: "澜州市首台套奖励标准是多少？" }];

async function model() {
  const list = await client.models.list();
  return list.data[0].id;
}

test("a completion has the clause", { skip: !url }, async () => {
  const completion = await client.chat.completions.create({ model: await model(), messages });
  assert.match(completion.choices[0].message.content, /200万元/);
  assert.equal(completion.choices[0].finish_reason, "stop");
});

test("a stream says the same and ends", { skip: !url }, async () => {
  const stream = await client.chat.completions.create({ model: await model(), messages, stream: true });
  let text = "";
  let finished = null;
  for await (const chunk of stream) {
    text += chunk.choices[0]?.delta?.content ?? "";
    finished = chunk.choices[0]?.finish_reason ?? finished;
  }
  assert.match(text, /200万元/);
  assert.equal(finished, "stop");
});

test("a conversation carries its topic", { skip: !url }, async () => {
  const first = await client.chat.completions.create({ model: await model(), messages });
  const more = [...messages, { role: "assistant", content: first.choices[0].message.content }, { role: "user", content: "什么时候申报？" }];
  const completion = await client.chat.completions.create({ model: await model(), messages: more });
  assert.match(completion.choices[0].message.content, /4月/);
});
