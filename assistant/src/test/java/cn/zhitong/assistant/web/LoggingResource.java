package cn.zhitong.assistant.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.logging.Logger;

/** Logs on a worker thread, as a request does that fails. */
@Path("/test/logs")
public class LoggingResource {
  private static final Logger LOG = Logger.getLogger(LoggingResource.class);

  @GET
  public void log() {
    LOG.info("in a request");
  }
}
