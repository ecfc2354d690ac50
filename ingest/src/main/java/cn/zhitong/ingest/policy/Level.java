package cn.zhitong.ingest.policy;

/** Administrative level of an issuer or department. The code is what the API and database carry. */
public enum Level {
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

  public String code() {
    return code;
  }

  public String label() {
    return label;
  }

  /**
   * @throws IllegalArgumentException when the code is none of national, province, city, county
   */
  public static Level ofCode(String code) {
    for (Level level : values()) {
      if (level.code.equals(code)) {
        return level;
      }
    }
    throw new IllegalArgumentException(
        "unknown level '" + code + "', expected national, province, city or county");
  }
}
