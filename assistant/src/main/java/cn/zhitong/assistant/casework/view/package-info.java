/**
 * What is shown of cases: the queue, a case to staff and to the enterprise that sent it, an
 * enterprise's own cases, changes for hotlines, the search by personal data, meetings for
 * calendars.
 */
package cn.zhitong.assistant.casework.view;
