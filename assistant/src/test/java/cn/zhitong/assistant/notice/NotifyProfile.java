package cn.zhitong.assistant.notice;

import cn.zhitong.assistant.casework.CaseworkProfile;
import java.util.HashMap;
import java.util.Map;

/** Casework with all ways out on. Nobody listens there: tests send by senders of their own. */
public class NotifyProfile extends CaseworkProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
    settings.put("zhitong.push.sms.url", "http://127.0.0.1:9/sms");
    settings.put("zhitong.push.sms.secret", TestNotices.SECRET);
    settings.put("zhitong.notices.mail.enterprises", "true");
    settings.put("zhitong.notices.webhook.url", "http://127.0.0.1:9/hook");
    settings.put("zhitong.notices.webhook.secret", TestNotices.SECRET);
    return settings;
  }
}
