package cn.zhitong.training.encoder;

import java.util.List;

/**
 * A question, the passage that answers it, and passages that search finds instead.
 *
 * @param doc the answering policy
 */
record QuestionPassages(String question, String doc, String answer, List<String> others) {}
