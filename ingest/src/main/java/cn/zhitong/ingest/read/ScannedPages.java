package cn.zhitong.ingest.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a publisher is told about pages that were, or could not be, read from their pictures. */
final class ScannedPages {
  private final List<Integer> read = new ArrayList<>();
  private final List<Integer> nonsense = new ArrayList<>();
  private final List<Integer> doubtful = new ArrayList<>();
  private final List<Integer> unread = new ArrayList<>();
  private int unreadLines;
  private double sum;

  void read(int page, PictureReader.Read result, boolean wasNonsense) {
    (wasNonsense ? nonsense : read).add(page);
    sum += result.confidence();
    unreadLines += result.unread();
    if (result.confidence() < PictureReader.DOUBTFUL) {
      doubtful.add(page);
    }
  }

  void unread(int page) {
    unread.add(page);
  }

  boolean isEmpty() {
    return read.isEmpty() && nonsense.isEmpty() && unread.isEmpty();
  }

  void warn(TextLines lines) {
    int count = read.size() + nonsense.size();
    if (!read.isEmpty()) {
      lines.warn(
          String.format(
              Locale.ROOT,
              "第 %s 页是扫描件，文字由识别（OCR）得到，平均可信度 %.2f，请对照原件核对数字和名称；表格按行列出。",
              list(read),
              sum / count));
    }
    if (!nonsense.isEmpty()) {
      lines.warn("第 " + list(nonsense) + " 页的字体编码有误，读出来是乱码，已改用文字识别（OCR），请对照原件核对。");
    }
    if (!doubtful.isEmpty()) {
      lines.warn("第 " + list(doubtful) + " 页印得不清楚，文字识别（OCR）的可信度较低，请逐字核对。");
    }
    if (unreadLines > 0) {
      lines.warn("扫描页上有 " + unreadLines + " 处文字没有认出（可能是印章或手写），请对照原件补充。");
    }
    if (!unread.isEmpty()) {
      lines.warn("第 " + list(unread) + " 页没有文字层，也没能识别出文字，这些页的内容没有收入，请补充。");
    }
  }

  private static String list(List<Integer> pages) {
    return pages.stream().limit(20).map(String::valueOf).collect(Collectors.joining("、"))
        + (pages.size() > 20 ? " 等 " + pages.size() : "");
  }
}
