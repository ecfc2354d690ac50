package cn.zhitong.bench.rehearsal;

import cn.zhitong.assistant.runtime.DaemonThreads;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A slow network: passes on what comes, each piece so many milliseconds later. */
final class DelayProxy implements AutoCloseable {
  private static final int PIECE = 16 * 1024;

  private final ServerSocket listening;
  private final int target;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(DaemonThreads.named("delay-proxy"));
  private volatile int delayMillis;

  private DelayProxy(ServerSocket listening, int target) {
    this.listening = listening;
    this.target = target;
  }

  static DelayProxy before(int target) throws IOException {
    DelayProxy proxy = new DelayProxy(new ServerSocket(0, 64, loopback()), target);
    proxy.threads.execute(proxy::accept);
    return proxy;
  }

  private static InetAddress loopback() throws IOException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
  }

  int port() {
    return listening.getLocalPort();
  }

  /** From now on, in each direction. */
  void delay(int millis) {
    delayMillis = millis;
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        Socket server = connect(client);
        if (server != null) {
          threads.execute(() -> pass(client, server));
          threads.execute(() -> pass(server, client));
        }
      } catch (IOException closed) {
        return;
      }
    }
  }

  /** Null where nobody listens: the client is turned away as it would be without the proxy. */
  private Socket connect(Socket client) throws IOException {
    try {
      return new Socket(loopback(), target);
    } catch (IOException nobodyListens) {
      client.setSoLinger(true, 0);
      client.close();
      return null;
    }
  }

  private void pass(Socket from, Socket to) {
    byte[] piece = new byte[PIECE];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
        if (delayMillis > 0) {
          Thread.sleep(delayMillis);
        }
        out.write(piece, 0, n);
        out.flush();
      }
    } catch (IOException ended) {
      // Either side has gone; the other is closed too.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    threads.shutdownNow();
  }
}
