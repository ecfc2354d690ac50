package cn.zhitong.ingest.extract;

import cn.zhitong.common.region.Gazetteer;
import cn.zhitong.common.region.PlaceMention;
import java.util.List;
import java.util.regex.Pattern;

/** Tells issuers' names from other short lines. */
final class IssuerNames {
  static final String ORGAN =
      "(?:人民政府办公厅|人民政府办公室|人民政府|办公厅|办公室|委员会|管委会|领导小组|指挥部|联席会议|总局|总署|厅|局|委|署|部|院|银行|分行|海关|法院|检察院|公司|协会|商会|联合会|工商联|中心|总工会|总队|支队|税务局|人大常委会|常务委员会|代表大会)";
  static final Pattern NAME = Pattern.compile("^[一-龥（）()·、\\s\\u3000]{2,60}?" + ORGAN + "$");

  private static final Pattern NATIONAL =
      Pattern.compile(
          "^(?:中共中央|国务院|政务院|中央军委|中央军事委员会|国家|海关总署|税务总局|市场监管总局|中国人民银行|中国证监会|中国银保监会|全国人民代表大会|全国人大|中华全国|最高人民法院|最高人民检察院|中华人民共和国"
              + "|(?:外交|国防|教育|科技|科学技术|工业和信息化|公安|安全|民政|司法|财政|人力资源社会保障|人力资源和社会保障|自然资源|生态环境|住房城乡建设|住房和城乡建设|交通运输|水利|农业农村|商务|文化和旅游|应急管理|退役军人事务)部)");

  private IssuerNames() {}

  /** Whether a text is the name of one issuer, or of several side by side. */
  static boolean isName(String text, Gazetteer gazetteer) {
    String name = text.strip();
    if (name.length() < 3 || name.length() > 80 || !NAME.matcher(name).matches()) {
      return false;
    }
    String first = name.split("[\\s\\u3000]+")[0];
    return isNational(first) || startsWithPlace(first, gazetteer) || isLocal(first);
  }

  static boolean isNational(String name) {
    return NATIONAL.matcher(name).find();
  }

  /** 省政府办公厅, 市商务局: a government's own way to name itself. */
  private static boolean isLocal(String name) {
    return name.matches("^(?:省|市|县|区|州|自治区)(?:人民政府|政府|委|[一-龥]{2,16}(?:厅|局|委|办公室|委员会)).*");
  }

  static boolean startsWithPlace(String name, Gazetteer gazetteer) {
    String bare = name.replaceFirst("^(?:中共|中国共产党|国家税务总局|国网|中国人民银行|共青团|政协|中国)", "");
    List<PlaceMention> mentions = gazetteer.find(bare);
    return !mentions.isEmpty() && mentions.get(0).start() == 0;
  }
}
