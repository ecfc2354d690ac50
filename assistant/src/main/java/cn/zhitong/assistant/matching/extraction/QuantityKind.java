package cn.zhitong.assistant.matching.extraction;

/** What a number counts: it tells which fields it may belong to. */
enum QuantityKind {
  MONEY,
  SHARE,
  PEOPLE,
  COUNT,
  YEARS,
  OTHER
}
