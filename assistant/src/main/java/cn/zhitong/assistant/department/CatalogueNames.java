package cn.zhitong.assistant.department;

import cn.zhitong.assistant.security.DepartmentDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Departments by the catalogue's names. */
@ApplicationScoped
class CatalogueNames implements DepartmentDirectory {
  private final Catalogue catalogue;

  CatalogueNames(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public Optional<String> today(String text) {
    if (catalogue.all().isEmpty()) {
      return Optional.of(text);
    }
    return catalogue
        .byId(text)
        .or(() -> catalogue.byName(text))
        .map(department -> catalogue.today(department.name()));
  }
}
