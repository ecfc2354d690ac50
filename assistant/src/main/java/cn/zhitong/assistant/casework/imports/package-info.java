/**
 * A hotline's list of work orders comes in: {@code HotlineFile} reads it, {@code ColumnMapping}
 * finds its columns, {@code CaseImport} files it line by line.
 */
package cn.zhitong.assistant.casework.imports;
