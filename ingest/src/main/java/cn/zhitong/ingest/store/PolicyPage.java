package cn.zhitong.ingest.store;

import java.util.List;

/**
 * One page of a list.
 *
 * @param total policies that the filter lets through, over all pages
 */
public record PolicyPage(List<LibraryEntry> items, long total) {
  public PolicyPage {
    items = List.copyOf(items);
  }
}
