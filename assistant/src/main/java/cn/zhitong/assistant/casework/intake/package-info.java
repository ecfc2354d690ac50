/**
 * An appeal comes in: {@code AppealReader} cleans it, {@code AppealIntake} stores it, {@code
 * CaseThemes} puts it into its themes, {@code CaseTriage} gets it its suggestion.
 */
package cn.zhitong.assistant.casework.intake;
