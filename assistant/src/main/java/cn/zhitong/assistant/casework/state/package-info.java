/**
 * Where a case stands, folded from its events: {@link cn.zhitong.assistant.casework.state.CaseFile}
 * is a case as read, {@link cn.zhitong.assistant.casework.state.CaseState} the fold, {@link
 * cn.zhitong.assistant.casework.state.AppealStates} the table of what leads where. Pure.
 */
package cn.zhitong.assistant.casework.state;
