package cn.zhitong.assistant.push;

import cn.zhitong.assistant.matching.item.ItemContent;
import java.time.LocalDate;

/** What a push says of its item, as it was when the push was made; nothing of an enterprise. */
record PushContent(
    String title,
    String amount,
    String department,
    String kind,
    String mode,
    String window,
    LocalDate windowTo) {
  static final String OTHER = "其他";

  static PushContent of(ItemContent item) {
    ItemContent.WindowBody window = item.window();
    return new PushContent(
        item.title(),
        item.amount(),
        item.department(),
        item.kind() == null || item.kind().isBlank() ? OTHER : item.kind(),
        item.mode(),
        window == null ? null : window.text(),
        window == null ? null : window.to());
  }
}
