package cn.zhitong.assistant.push;

import cn.zhitong.assistant.notice.TestNotices;
import java.util.HashMap;
import java.util.Map;

/** The same with a gateway that nobody calls: its receipts alone matter. */
public class SmsProfile extends PushProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
    settings.put("zhitong.push.sms.url", "http://127.0.0.1:9/sms");
    settings.put("zhitong.push.sms.secret", TestNotices.SECRET);
    return settings;
  }
}
