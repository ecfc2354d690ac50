package cn.zhitong.ingest;

import java.io.FileNotFoundException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A multipart/form-data body whose files are sent from where they lie. */
public final class MultipartForm {
  private final String boundary = "zhitong-" + UUID.randomUUID();
  private final List<BodyPublisher> parts = new ArrayList<>();

  public MultipartForm text(String name, String value) {
    add("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n", boundary, name, value);
    return this;
  }

  /** The file name is percent-encoded: headers carry ASCII only, and quotes would end it. */
  public MultipartForm file(String name, String fileName, Path path) throws FileNotFoundException {
    return file(name, fileName, BodyPublishers.ofFile(path));
  }

  /** A file that lies nowhere yet, in UTF-8. */
  public MultipartForm file(String name, String fileName, String content) {
    return file(name, fileName, BodyPublishers.ofString(content));
  }

  private MultipartForm file(String name, String fileName, BodyPublisher content) {
    add(
        "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n"
            + "Content-Type: application/octet-stream\r\n\r\n",
        boundary, name, URLEncoder.encode(fileName, StandardCharsets.UTF_8));
    parts.add(content);
    add("\r\n");
    return this;
  }

  public String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  public BodyPublisher body() {
    List<BodyPublisher> all = new ArrayList<>(parts);
    all.add(BodyPublishers.ofString("--" + boundary + "--\r\n"));
    return BodyPublishers.concat(all.toArray(BodyPublisher[]::new));
  }

  private void add(String format, Object... arguments) {
    parts.add(BodyPublishers.ofString(format.formatted(arguments)));
  }
}
