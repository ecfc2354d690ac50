package cn.zhitong.training.reader;

import cn.zhitong.common.embedding.TrainedArtefact;

/**
 * How the reader is trained; where each number was chosen is in docs/experiments/reader.md.
 *
 * @param layers how many of the upper layers are trained
 * @param mined searched passages a question and epoch
 * @param batchTokens padded tokens a step
 * @param rate highest learning rate
 * @param fast multiply in bfloat16
 * @param before a reader to go on from; null to begin with the encoder
 */
public record ReaderOptions(
    int layers,
    int epochs,
    int mined,
    int batchTokens,
    float rate,
    float dropout,
    long seed,
    boolean fast,
    TrainedArtefact before) {}
