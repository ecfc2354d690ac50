package cn.zhitong.assistant.casework;

import cn.zhitong.assistant.notice.TestNotices;
import java.util.HashMap;
import java.util.Map;

/**
 * Casework with what an owner may switch on: a second person for every reply, and all ways to tell
 * enterprises. Nobody listens at their addresses: tests send by senders of their own.
 */
public class CaseworkOptionsProfile extends CaseworkProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
    settings.put("zhitong.casework.second-person", "true");
    settings.put("zhitong.push.sms.url", "http://127.0.0.1:9/sms");
    settings.put("zhitong.push.sms.secret", TestNotices.SECRET);
    settings.put("zhitong.notices.mail.enterprises", "true");
    settings.put("zhitong.notices.webhook.url", "http://127.0.0.1:9/hook");
    settings.put("zhitong.notices.webhook.secret", TestNotices.SECRET);
    return settings;
  }
}
