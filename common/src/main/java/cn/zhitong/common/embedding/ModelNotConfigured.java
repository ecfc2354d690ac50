package cn.zhitong.common.embedding;

/** The library's vectors are of a model that this process was not given. */
public final class ModelNotConfigured extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /** The message says in Chinese which settings help. */
  public ModelNotConfigured(String id) {
    super(
        "政策库的向量由没有配置的模型（"
            + id
            + "）生成；请把 ZHITONG_ENCODER_ADAPTER 设回生成它的增量，或用 ./zhitong database reembed 重新生成。");
  }
}
