package cn.zhitong.ingest.outline;

/** A clause's own text: what lies before, between and behind its children. */
record Segment(int clause, int start, int end) {}
