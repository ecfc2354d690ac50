package cn.zhitong.training.encoder;

/**
 * How the adapter is trained; where each number was chosen is in docs/experiments/encoder.md.
 *
 * @param rank of each matrix's change
 * @param batch questions a step
 * @param temperature by which cosines are divided
 * @param rate highest learning rate
 * @param passageTokens what is read of a passage in training
 * @param scale by which the learned change is multiplied when it is merged: less moves less of what
 *     the base model knows
 */
public record EncoderOptions(
    int rank,
    int epochs,
    int batch,
    float temperature,
    float rate,
    int passageTokens,
    float scale,
    long seed,
    boolean fast) {}
