package cn.zhitong.assistant.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the start loads, and what becomes of the service when that fails. */
class StartContentTest {
  private final LibraryLoading loading = new LibraryLoading();
  private final List<String> loaded = new ArrayList<>();

  @Test
  void load_demoThatBreaks_goesOnWithThePoliciesAndSaysFalse() {
    StartContent content =
        content(
            progress -> {
              throw new IllegalStateException("端口已被占用");
            });
    assertThat(content.load()).isFalse();
    assertThat(loaded).containsExactly("policies");
    assertThat(loading.isRunning()).isFalse();
  }

  @Test
  void load_whileItRuns_theLibraryIsSaidToBeLoading() {
    StartContent content = content(progress -> loaded.add("demo " + loading.isRunning()));
    assertThat(loading.isRunning()).as("from the first request on").isTrue();
    assertThat(content.load()).isTrue();
    assertThat(loaded).containsExactly("demo true", "policies");
    assertThat(loading.isRunning()).isFalse();
  }

  private StartContent content(DemoContent demo) {
    PolicyFolder folder =
        (path, progress) -> {
          loaded.add("policies");
          return "收录 0 份";
        };
    StartContent content = new StartContent(instance(demo), instance(folder), loading);
    content.withDemo = true;
    content.policies = Optional.of(Path.of("."));
    loading.withDemo = true;
    loading.begin();
    return content;
  }

  @SuppressWarnings("unchecked")
  private static <T> Instance<T> instance(T value) {
    return (Instance<T>)
        Proxy.newProxyInstance(
            StartContentTest.class.getClassLoader(),
            new Class<?>[] {Instance.class},
            (proxy, method, arguments) -> method.getName().equals("get") ? value : null);
  }
}
