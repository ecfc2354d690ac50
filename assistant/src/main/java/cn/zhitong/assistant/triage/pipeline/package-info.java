/** From an appeal to its suggestion; {@code TriagePipeline} names the stages. */
package cn.zhitong.assistant.triage.pipeline;
