package cn.zhitong.common.artefact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.TreeSet;

/** What stands beside an artefact whose own form has no place for a header. */
public final class ArtefactFiles {
  private ArtefactFiles() {}

  /**
   * Writes {@code NAME.header.json} and {@code NAME.held-out.txt} beside the artefact NAME.bin.
   *
   * @param heldOut ids of the documents that were not trained on
   */
  public static void write(Path artefact, ArtefactHeader header, Collection<String> heldOut)
      throws IOException {
    String name = artefact.getFileName().toString().replaceFirst("\\.[^.]+$", "");
    Files.writeString(artefact.resolveSibling(name + ".header.json"), header.json() + "\n");
    Files.write(artefact.resolveSibling(name + ".held-out.txt"), new TreeSet<>(heldOut));
  }
}
