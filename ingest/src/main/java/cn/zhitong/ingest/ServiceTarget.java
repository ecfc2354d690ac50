package cn.zhitong.ingest;

import cn.zhitong.common.http.PlainHttp;
import cn.zhitong.common.json.StandardJson;
import cn.zhitong.ingest.IngestOutcome.Result;
import cn.zhitong.ingest.policy.PolicyId;
import cn.zhitong.ingest.read.SourceFile;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A running service. Files are sent in groups, so that it can embed the passages of several at
 * once; two groups are in flight, so that one is read while the other is embedded.
 */
final class ServiceTarget implements IngestTarget {
  static final long MAX_FILE_BYTES = 50L << 20;
  private static final int GROUP_FILES = 24;
  private static final long GROUP_BYTES = 8L << 20;
  private static final int IN_FLIGHT = 2;

  /** A group of long PDFs takes minutes on two cores. */
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private final String url;
  private final String token;

  ServiceTarget(String url, String token) {
    this.url = url.replaceAll("/+$", "");
    this.token = token;
  }

  @Override
  public String describe() {
    return "服务 " + url;
  }

  @Override
  public void ingest(List<SourceFile> files, IngestListener listener) throws TargetException {
    ExecutorService senders = Executors.newFixedThreadPool(IN_FLIGHT);
    try {
      List<Future<?>> sent = new ArrayList<>();
      for (List<SourceFile> group : groups(files)) {
        sent.add(
            senders.submit(
                () -> {
                  send(group, listener);
                  return null;
                }));
      }
      for (Future<?> group : sent) {
        group.get();
      }
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TargetException("导入被中断；已入库的文件不受影响，重新运行即可接着导入。", e);
    } finally {
      senders.shutdownNow();
    }
  }

  private static List<List<SourceFile>> groups(List<SourceFile> files) {
    List<List<SourceFile>> groups = new ArrayList<>();
    List<SourceFile> group = new ArrayList<>();
    long bytes = 0;
    for (SourceFile file : files) {
      long size = file.path().toFile().length();
      if (!group.isEmpty() && (group.size() == GROUP_FILES || bytes + size > GROUP_BYTES)) {
        groups.add(group);
        group = new ArrayList<>();
        bytes = 0;
      }
      group.add(file);
      bytes += size;
    }
    groups.add(group);
    return groups;
  }

  private void send(List<SourceFile> group, IngestListener listener)
      throws IOException, InterruptedException, TargetException {
    MultipartForm form = new MultipartForm().text("source", IngestCommand.SOURCE);
    List<IngestOutcome> outcomes = new ArrayList<>();
    boolean any = false;
    for (SourceFile file : group) {
      if (Files.size(file.path()) > MAX_FILE_BYTES) {
        outcomes.add(IngestOutcome.failed(file.externalId(), "文件超过 50 MB，请压缩图片或拆分后再导入。"));
      } else {
        form.file("files", file.externalId(), file.path());
        any = true;
      }
    }
    if (any) {
      outcomes.addAll(post(form));
    }
    synchronized (listener) {
      group.forEach(listener::reading);
      outcomes.forEach(listener::settled);
    }
  }

  private List<IngestOutcome> post(MultipartForm form)
      throws IOException, InterruptedException, TargetException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/api/policies/batch"))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", form.contentType())
            .POST(form.body())
            .build();
    HttpResponse<String> response =
        PlainHttp.CLIENT.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    if (response.statusCode() != 200) {
      throw new TargetException(refusal(response), null);
    }
    List<IngestOutcome> outcomes = new ArrayList<>();
    StandardJson.MAPPER
        .readTree(response.body())
        .path("outcomes")
        .forEach(node -> outcomes.add(outcome(node)));
    return outcomes;
  }

  private static IngestOutcome outcome(JsonNode node) {
    String id = node.path("policyId").asText(null);
    return new IngestOutcome(
        node.path("externalId").asText(),
        Result.ofCode(node.path("result").asText()),
        node.path("reason").asText(null),
        id == null || id.equals("null") ? null : PolicyId.parse(id));
  }

  private static String refusal(HttpResponse<String> response) {
    String detail = "";
    try {
      detail = StandardJson.MAPPER.readTree(response.body()).path("detail").asText("");
    } catch (IOException e) {
      // Not a problem of ours: a proxy's page. The status says enough.
    }
    return switch (response.statusCode()) {
      case 401, 403 -> "服务不接受这个令牌：请用 --token 或环境变量 ZHITONG_TOKEN 给出有发布权限的令牌。";
      case 404 -> "这个地址不是直通服务，请检查 --url。";
      default -> "服务返回 " + response.statusCode() + "。" + detail;
    };
  }

  private TargetException failure(Throwable cause) {
    if (cause instanceof TargetException target) {
      return target;
    }
    if (cause instanceof ConnectException) {
      return new TargetException("连不上 " + url + "，请确认服务已经启动、地址无误。", cause);
    }
    return new TargetException("与 " + url + " 的连接中断（" + cause + "）；已入库的文件不受影响，重新运行即可接着导入。", cause);
  }

  @Override
  public void close() {
    // The client's threads are daemons.
  }
}
