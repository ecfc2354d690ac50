package cn.zhitong.assistant.security;

import cn.zhitong.assistant.web.PageResource;
import java.util.Set;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/** What answers whoever has not got in yet: logging in and out, and the pages' frames. */
final class OpenResources {
  /** By class, not by path: a path can be written in more than one way. */
  private static final Set<Class<?>> OPEN =
      Set.of(SessionResource.class, SingleSignOnResource.class, PageResource.class);

  private OpenResources() {}

  static boolean has(SimpleResourceInfo resource) {
    return OPEN.contains(resource.getResourceClass());
  }
}
