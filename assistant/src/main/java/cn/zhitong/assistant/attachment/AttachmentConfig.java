package cn.zhitong.assistant.attachment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** What files may be sent along, and who looks for malware in them. */
@ConfigMapping(prefix = "zhitong.attachments")
public interface AttachmentConfig {

  /** Bytes of one file: a photo of a telephone has 3 to 8 MB, a scanned contract about as much. */
  @WithDefault("10485760")
  long maxSize();

  /** Files of one owner; the longest list of papers seen in guides has 14. */
  @WithDefault("30")
  int maxFiles();

  /** Files that whoever has no login may add to one owner. */
  @WithDefault("10")
  int maxVisitorFiles();

  /** Bytes of all files of one owner. */
  @WithDefault("62914560")
  long maxTotal();

  /** Files a minute from one visitor's address; a form has a handful. */
  @WithDefault("12")
  int uploadsPerMinute();

  Scanner scanner();

  /** A clamd that is asked before a file is stored; without one, files are stored unscanned. */
  interface Scanner {
    Optional<String> host();

    /** Clamd's own default. */
    @WithDefault("3310")
    int port();

    /** A scan of 10 MB takes seconds; longer means that the scanner hangs. */
    @WithDefault("30s")
    Duration timeout();
  }
}
