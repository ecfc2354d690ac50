package cn.zhitong.assistant.web;

import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jboss.logging.Logger;

/** The lines of a server-sent stream, written by the answer and by its heartbeat. */
public final class EventLines implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(EventLines.class);

  private final OutputStream out;
  private final HttpServerResponse client;
  private boolean gone;

  public EventLines(OutputStream out, HttpServerResponse client) {
    this.out = out;
    this.client = client;
  }

  public void data(String line) {
    write("data: " + line);
  }

  /**
   * @param json one line
   */
  public void event(String name, String json) {
    write("event: " + name + "\ndata: " + json);
  }

  /** A line that clients skip by the protocol; it keeps the connection open. */
  public void comment() {
    // Who does not read must not hold up the others' comments; nothing is silent there anyway.
    if (!client.writeQueueFull()) {
      write(": waiting");
    }
  }

  public synchronized boolean clientIsGone() {
    return gone || client.closed();
  }

  /**
   * The answer is written: a comment that was under way would else write to a response that has
   * ended.
   */
  @Override
  public synchronized void close() {
    gone = true;
  }

  private synchronized void write(String line) {
    if (clientIsGone()) {
      return;
    }
    try {
      out.write((line + "\n\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException | IllegalStateException e) {
      // The second where the response ended with its connection while this was written.
      LOG.debug("client went away", e);
      gone = true;
    }
  }
}
