package cn.zhitong.ingest.read;

import java.util.List;

/**
 * What a format's reader made of a file.
 *
 * @param titleHint may be null
 */
record ReadText(String text, List<SourceText.Table> tables, String titleHint) {}
