package cn.zhitong.assistant.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The manifests, read by the API's own models: no field that it does not have. */
class KubernetesManifestsTest {
  private static final Path FILE = Path.of("../deploy/kubernetes/zhitong.yaml");
  private static final Map<String, Class<?>> KINDS =
      Map.of(
          "ConfigMap", ConfigMap.class,
          "Deployment", Deployment.class,
          "Service", Service.class,
          "PodDisruptionBudget", PodDisruptionBudget.class,
          "Ingress", Ingress.class);

  private static final Map<String, Object> MANIFESTS = new HashMap<>();

  @BeforeAll
  static void read() throws Exception {
    YAMLMapper yaml = new YAMLMapper();
    try (MappingIterator<JsonNode> documents =
        yaml.readerFor(JsonNode.class).readValues(FILE.toFile())) {
      while (documents.hasNext()) {
        JsonNode document = documents.next();
        String kind = document.path("kind").asText();
        MANIFESTS.put(kind, yaml.treeToValue(document, KINDS.get(kind)));
      }
    }
  }

  @Test
  void manifests_ofKubernetes_haveOnlyFieldsOfTheApi() throws Exception {
    assertThat(MANIFESTS).hasSize(KINDS.size());
    for (Object manifest : MANIFESTS.values()) {
      assertKnown(manifest);
    }
  }

  /** What a model does not know is kept in its additional properties. */
  private static void assertKnown(Object model) throws ReflectiveOperationException {
    if (model instanceof Collection<?> many) {
      for (Object one : many) {
        assertKnown(one);
      }
    } else if (model != null && model.getClass().getName().startsWith("io.fabric8")) {
      for (Method method : model.getClass().getMethods()) {
        if (method.getName().equals("getAdditionalProperties")) {
          assertThat((Map<?, ?>) method.invoke(model))
              .as(model.getClass().getSimpleName())
              .isEmpty();
        } else if (method.getName().startsWith("get")
            && method.getParameterCount() == 0
            && !method.getName().equals("getClass")) {
          assertKnown(method.invoke(model));
        }
      }
    }
  }

  @Test
  void deployment_ofTheService_hasTwoNodesThatAnOrdinaryUserRuns() {
    Deployment deployment = (Deployment) MANIFESTS.get("Deployment");
    assertThat(deployment.getSpec().getReplicas()).isEqualTo(2);
    assertThat(
            deployment.getSpec().getStrategy().getRollingUpdate().getMaxUnavailable().getIntVal())
        .isZero();
    PodSpec pod = deployment.getSpec().getTemplate().getSpec();
    assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
    Container container = pod.getContainers().get(0);
    assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
    assertThat(container.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
    assertThat(container.getReadinessProbe().getHttpGet().getPath()).isEqualTo("/q/health/ready");
    assertThat(container.getLivenessProbe().getHttpGet().getPath()).isEqualTo("/q/health/live");
    assertThat(container.getStartupProbe()).isNotNull();
    PodDisruptionBudget budget = (PodDisruptionBudget) MANIFESTS.get("PodDisruptionBudget");
    assertThat(budget.getSpec().getMinAvailable().getIntVal()).isEqualTo(1);
  }

  @Test
  void selectors_ofServiceAndBudget_meetThePods() {
    Map<String, String> labels =
        ((Deployment) MANIFESTS.get("Deployment"))
            .getSpec()
            .getTemplate()
            .getMetadata()
            .getLabels();
    assertThat(labels)
        .containsAllEntriesOf(((Service) MANIFESTS.get("Service")).getSpec().getSelector());
    assertThat(labels)
        .containsAllEntriesOf(
            ((PodDisruptionBudget) MANIFESTS.get("PodDisruptionBudget"))
                .getSpec()
                .getSelector()
                .getMatchLabels());
  }

  @Test
  void settings_inTheManifests_areThoseOfTheProgram() {
    SettingsCatalogue catalogue = SettingsCatalogue.read();
    assertThat(((ConfigMap) MANIFESTS.get("ConfigMap")).getData().keySet())
        .allSatisfy(name -> assertThat(catalogue.knowsVariable(name)).as(name).isTrue());
  }
}
