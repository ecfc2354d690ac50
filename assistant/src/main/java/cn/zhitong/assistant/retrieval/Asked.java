package cn.zhitong.assistant.retrieval;

import cn.zhitong.ingest.embed.Emphasis;

/**
 * A question's text with how much each of its characters matters: a token counts for the mean of
 * its characters.
 */
record Asked(String text, Emphasis emphasis) {}
