/**
 * The handling of appeals: what comes in becomes a case, whose events are its log, from which its
 * state is folded.
 *
 * <p>Here stands what all parts share: the appeal ({@link cn.zhitong.assistant.casework.Appeal}),
 * the events that a case is made of ({@link cn.zhitong.assistant.casework.EventType}, {@link
 * cn.zhitong.assistant.casework.EventPayload} and their one codec), its status codes, and rules for
 * texts, numbers and links. The parts, each of which knows those before it only:
 *
 * <ol>
 *   <li>{@code state}: where a case stands, folded from its events; the table of transitions
 *   <li>{@code clock}: when it is due, what is late, which warnings that gives
 *   <li>{@code rights}: who may see and do what with it, and what of it is shown to whom
 *   <li>{@code log}: events are written, hashed, sealed and proved; the tables that repeat them
 *   <li>{@code intake}: an appeal is read, stored, put into its themes and given to triage
 *   <li>{@code view}: the queue, a case's page, an enterprise's own cases, searches
 *   <li>{@code handling}: people act on cases; files, notes, colleagues, work copies
 *   <li>{@code rating}: an enterprise rates an answer
 *   <li>{@code imports}: lists of work orders from hotlines
 *   <li>{@code retention}: personal data is erased when its time is over
 *   <li>{@code notice}: people are told; deadlines and meetings are watched
 *   <li>{@code port}: what other features may ask of casework
 * </ol>
 *
 * <p>Other features use this package, {@code state}, {@code clock} and {@code port}; {@code
 * ArchitectureTest} holds that, and the order.
 */
package cn.zhitong.assistant.casework;
