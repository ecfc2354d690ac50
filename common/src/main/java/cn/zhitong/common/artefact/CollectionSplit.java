package cn.zhitong.common.artefact;

import java.nio.file.Path;

/**
 * A retrieval collection and which of its judgements, as the {@code train} commands take it.
 *
 * @param folder in BEIR's form
 * @param split name of the file in qrels, without {@code .tsv}
 */
public record CollectionSplit(Path folder, String split) {
  /**
   * @param text {@code DIR:SPLIT}
   * @throws IllegalArgumentException where the colon is missing
   */
  public static CollectionSplit of(String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("应写作 文件夹:划分，没有冒号：" + text);
    }
    return new CollectionSplit(Path.of(text.substring(0, colon)), text.substring(colon + 1));
  }

  /** The folder's own name. */
  public String name() {
    return folder.getFileName().toString();
  }
}
