package cn.zhitong.assistant.runtime;

import cn.zhitong.common.region.Gazetteer;
import cn.zhitong.common.region.Place;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The places that features know: those of GB/T 2260, an owner's own ({@code zhitong.places}, a YAML
 * file {@code regions: [{code, name} or {parent, name, aliases}]}; the second form is a zone
 * without a code), and with {@code --demo} the made-up province.
 */
@ApplicationScoped
public class Places {
  private static final String DEMO = "demo/regions.yaml";

  @ConfigProperty(name = "zhitong.demo", defaultValue = "false")
  boolean withDemo;

  @ConfigProperty(name = "zhitong.places")
  Optional<Path> own;

  @Produces
  @Singleton
  Gazetteer gazetteer() {
    List<Place> more = new ArrayList<>();
    try {
      if (withDemo) {
        try (InputStream in =
            Thread.currentThread().getContextClassLoader().getResourceAsStream(DEMO)) {
          more.addAll(read(in));
        }
      }
      if (own.isPresent()) {
        try (InputStream in = Files.newInputStream(own.get())) {
          more.addAll(read(in));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("地名文件读取失败，请检查 zhitong.places 所指的文件", e);
    }
    return more.isEmpty() ? Gazetteer.standard() : Gazetteer.standard().with(more);
  }

  static List<Place> read(InputStream yaml) throws IOException {
    List<Place> places = new ArrayList<>();
    for (JsonNode node : new YAMLMapper().readTree(yaml).path("regions")) {
      String name = node.path("name").asText();
      String code = node.path("code").asText("");
      if (code.matches("\\d{6}")) {
        places.add(Gazetteer.place(code, name));
      } else {
        List<String> aliases = new ArrayList<>();
        node.path("aliases").forEach(alias -> aliases.add(alias.asText()));
        places.add(
            Gazetteer.zone(node.path("parent").asText(), name, aliases.toArray(new String[0])));
      }
    }
    return places;
  }
}
