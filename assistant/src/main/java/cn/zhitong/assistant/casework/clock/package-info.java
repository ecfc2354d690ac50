/**
 * When a case is due by the working-day calendar, how near that is, and which warnings and
 * escalations it has come to. What looks at the clock day by day is {@code notice.DeadlineWatch}.
 */
package cn.zhitong.assistant.casework.clock;
