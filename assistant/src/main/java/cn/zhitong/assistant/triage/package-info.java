/**
 * An appeal gets its suggestion: category, departments, confidences, reasons.
 *
 * <p>Here stands what others use, and what all parts share: {@link
 * cn.zhitong.assistant.triage.Triage} and its {@link cn.zhitong.assistant.triage.Suggestion}. The
 * parts: {@code learn} (numerics), {@code classify} (what suggests on the first day, and the
 * interface of all that suggest), {@code history} (an owner's past appeals, as lists write them),
 * {@code model} (training, comparison, and the registry that says which model is in use), {@code
 * pipeline} (the stages, top to bottom).
 */
package cn.zhitong.assistant.triage;
