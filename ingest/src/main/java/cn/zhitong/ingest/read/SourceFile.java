package cn.zhitong.ingest.read;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A file to read.
 *
 * @param externalId identity within the source: the path relative to what was given, {@code
 *     /}-separated; an upload's file name
 * @param fileName name without folders; its ending is a hint for the format
 * @param path where the bytes lie; uploads are spooled to a file by the caller, who also deletes it
 */
public record SourceFile(String externalId, String fileName, Path path) {
  public SourceFile {
    Objects.requireNonNull(externalId, "externalId");
    Objects.requireNonNull(fileName, "fileName");
    Objects.requireNonNull(path, "path");
  }
}
