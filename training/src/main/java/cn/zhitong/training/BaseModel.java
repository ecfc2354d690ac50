package cn.zhitong.training;

import java.io.IOException;
import java.io.InputStream;

/** The embedding model that everything learned here changes, as it comes from Maven. */
public final class BaseModel {
  public static final String NAME = "bge-small-zh-v1.5/fp32";

  private BaseModel() {}

  /** The ONNX file; a new array each time. */
  public static byte[] bytes() throws IOException {
    try (InputStream in =
        BaseModel.class.getClassLoader().getResourceAsStream("bge-small-zh-v1.5.onnx")) {
      return in.readAllBytes();
    }
  }
}
