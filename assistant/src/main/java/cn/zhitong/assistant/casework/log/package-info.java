/**
 * The append-only log of cases: {@code CaseLog} writes events and what follows from them in one
 * transaction, {@code *Store} own the tables, {@code LogKey} seals rows and signs daily heads,
 * {@code CaseVerification} proves that all stands as it was written.
 */
package cn.zhitong.assistant.casework.log;
