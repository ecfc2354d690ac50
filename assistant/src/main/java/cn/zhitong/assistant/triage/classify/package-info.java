/** What suggests: the interface, the classifier of the first day, and departments by duties. */
package cn.zhitong.assistant.triage.classify;
