/**
 * Who may see and do what with a case: by role and part in it ({@code CaseRights}), by limits in
 * time and number ({@code CaseLimits}), and what of it is shown ({@code Disclosure}).
 */
package cn.zhitong.assistant.casework.rights;
