package cn.zhitong.eval.items;

import cn.zhitong.eval.report.CsvTable;
import java.util.Map;

/**
 * What a run over labelled items gives.
 *
 * @param metrics figures by name, as gates look at them
 * @param table the same for people: name, value, what was divided, meaning
 */
public record ItemResults(Map<String, Object> metrics, CsvTable table) {}
