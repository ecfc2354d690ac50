package cn.zhitong.ingest.read;

import cn.zhitong.ingest.policy.PolicyMetadata;
import java.util.List;

/**
 * What a format's reader made of a file.
 *
 * @param titleHint may be null
 * @param given what the format itself states about the text; may be null
 */
record ReadText(
    String text, List<SourceText.Table> tables, String titleHint, PolicyMetadata given) {}
