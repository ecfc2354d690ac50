/** Past appeals of an owner, read from lists as they are written, and what is odd in them. */
package cn.zhitong.assistant.triage.history;
