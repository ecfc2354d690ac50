package cn.zhitong.assistant;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Entry of the service. */
@QuarkusMain
public final class ZhitongMain {
  private ZhitongMain() {}

  public static void main(String[] args) {
    Quarkus.run(args);
  }
}
