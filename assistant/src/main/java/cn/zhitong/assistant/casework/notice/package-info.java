/**
 * People are told of cases: {@code CaseNotices} words what happened, {@code DeadlineWatch} and
 * {@code MeetingReminders} look at what is near.
 */
package cn.zhitong.assistant.casework.notice;
