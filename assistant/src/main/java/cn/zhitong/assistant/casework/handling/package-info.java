/**
 * Somebody acts on a case: {@code CaseCommandHandler} names the steps; {@code EventBodies} and
 * those beside it make the event's payload of the request. Also files, colleagues and work copies.
 */
package cn.zhitong.assistant.casework.handling;
