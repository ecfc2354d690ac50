package cn.zhitong.assistant.matching.condition;

/** Zones are written long and short: 中关村国家自主创新示范区 is 中关村示范区. */
final class ZoneNames {
  private ZoneNames() {}

  static boolean same(String one, String other) {
    return plain(one).equals(plain(other));
  }

  private static String plain(String name) {
    return name.strip().replace("国家自主创新", "");
  }
}
