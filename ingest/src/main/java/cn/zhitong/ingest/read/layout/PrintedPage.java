package cn.zhitong.ingest.read.layout;

import java.util.List;

/**
 * What is printed on a page.
 *
 * @param number from 1
 */
public record PrintedPage(
    int number, double width, double height, List<Glyph> glyphs, List<Rule> rules) {
  public PrintedPage {
    glyphs = List.copyOf(glyphs);
    rules = List.copyOf(rules);
  }
}
