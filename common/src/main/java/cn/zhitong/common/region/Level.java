package cn.zhitong.common.region;

import cn.zhitong.common.text.Coded;

/** Administrative level of an issuer or department. The code is what the API and database carry. */
public enum Level implements Coded {
  NATIONAL("national", "国家"),
  PROVINCE("province", "省级"),
  CITY("city", "市级"),
  COUNTY("county", "县级");

  private final String code;
  private final String label;

  Level(String code, String label) {
    this.code = code;
    this.label = label;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String label() {
    return label;
  }

  /**
   * @throws IllegalArgumentException when the code is none of national, province, city, county
   */
  public static Level ofCode(String code) {
    return Coded.of(Level.class, code);
  }
}
