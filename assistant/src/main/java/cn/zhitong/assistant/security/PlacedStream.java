package cn.zhitong.assistant.security;

import cn.zhitong.assistant.web.EventLines;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A stream that is written in a place taken for it. The place is given back when the stream is
 * written, or when nobody is left to write it to: a body is not written at all to a client that
 * went away while it waited for the place.
 */
public final class PlacedStream {
  /** Between looks for a client that left without its connection's end having been told. */
  private static final long LOOK_MILLIS = 2_000;

  private PlacedStream() {}

  /**
   * @param write what is written, by the thread that answers
   */
  public static StreamingOutput of(
      Admission.Place place, RoutingContext http, Consumer<EventLines> write) {
    AtomicBoolean settled = new AtomicBoolean();
    Runnable leave =
        () -> {
          if (settled.compareAndSet(false, true)) {
            place.close();
          }
        };
    http.addEndHandler(end -> leave.run());
    // End handlers that were added earlier may have been told already, and tell no later ones.
    if (isGone(http)) {
      leave.run();
    }
    http.vertx().setPeriodic(LOOK_MILLIS, timer -> look(http, settled, leave, timer));
    return out -> {
      if (settled.compareAndSet(false, true)) {
        try (place;
            EventLines lines = new EventLines(out, http.response())) {
          write.accept(lines);
        }
      }
    };
  }

  private static void look(RoutingContext http, AtomicBoolean settled, Runnable leave, long timer) {
    if (isGone(http)) {
      leave.run();
    }
    if (settled.get()) {
      http.vertx().cancelTimer(timer);
    }
  }

  private static boolean isGone(RoutingContext http) {
    return http.response().closed() || http.response().ended();
  }
}
