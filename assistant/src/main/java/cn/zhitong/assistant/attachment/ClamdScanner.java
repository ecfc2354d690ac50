package cn.zhitong.assistant.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Asks a clamd by its INSTREAM command: chunks with their length before them, a zero at the end.
 */
@ApplicationScoped
class ClamdScanner implements AttachmentScanner {
  private static final int CHUNK = 64 << 10;

  /** An answer is one line. */
  private static final int LONGEST_ANSWER = 4096;

  private final AttachmentConfig.Scanner config;

  ClamdScanner(AttachmentConfig config) {
    this.config = config.scanner();
  }

  @Override
  public Verdict scan(Path file) throws IOException {
    if (config.host().isEmpty()) {
      return Verdict.UNSCANNED;
    }
    int timeout = Math.toIntExact(config.timeout().toMillis());
    try (Socket socket = new Socket();
        InputStream content = Files.newInputStream(file)) {
      socket.connect(new InetSocketAddress(config.host().get(), config.port()), timeout);
      socket.setSoTimeout(timeout);
      DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
      out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
      byte[] chunk = new byte[CHUNK];
      for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
        out.writeInt(read);
        out.write(chunk, 0, read);
      }
      out.writeInt(0);
      out.flush();
      byte[] answer = socket.getInputStream().readNBytes(LONGEST_ANSWER);
      return verdict(new String(answer, StandardCharsets.US_ASCII).replace("\0", "").strip());
    }
  }

  private static Verdict verdict(String answer) throws IOException {
    if (answer.endsWith("OK")) {
      return Verdict.CLEAN;
    }
    if (answer.endsWith("FOUND")) {
      return Verdict.INFECTED;
    }
    throw new IOException("clamd answered: " + answer);
  }
}
