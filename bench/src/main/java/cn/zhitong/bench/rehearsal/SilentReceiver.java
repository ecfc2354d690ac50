package cn.zhitong.bench.rehearsal;

import cn.zhitong.assistant.runtime.DaemonThreads;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server or a webhook's receiver that hangs: takes connections and never says a word. */
final class SilentReceiver implements AutoCloseable {
  private final ServerSocket listening;
  private final List<Socket> taken = new CopyOnWriteArrayList<>();

  private SilentReceiver(ServerSocket listening) {
    this.listening = listening;
  }

  static SilentReceiver open() throws IOException {
    SilentReceiver receiver =
        new SilentReceiver(
            new ServerSocket(0, 64, InetAddress.getByAddress(new byte[] {127, 0, 0, 1})));
    DaemonThreads.named("silent-receiver").newThread(receiver::accept).start();
    return receiver;
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        taken.add(listening.accept());
      } catch (IOException closed) {
        return;
      }
    }
  }

  int port() {
    return listening.getLocalPort();
  }

  /** How often somebody tried to hand it something. */
  int tries() {
    return taken.size();
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Socket socket : taken) {
      socket.close();
    }
  }
}
