package cn.zhitong.assistant.casework.handling;

import cn.zhitong.assistant.casework.CaseStatus;
import cn.zhitong.assistant.casework.PlainText;
import cn.zhitong.assistant.casework.log.CaseStore;
import cn.zhitong.assistant.casework.rights.CaseRights;
import cn.zhitong.assistant.casework.state.CaseFile;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.common.jdbc.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** 并单: which case a repeat is merged into, and whether it can be. */
@ApplicationScoped
class MergeRules {
  private final CaseStore store;

  MergeRules(CaseStore store) {
    this.store = store;
  }

  /**
   * The main case that a request names by id or number.
   *
   * @throws Problem.InvalidRequest when it names none, or the case itself
   */
  UUID main(EventRequest request, UUID self) {
    String into = PlainText.clean(request.into());
    if (into.isEmpty()) {
      throw new Problem.InvalidRequest("请给出 into（主办件的编号或 caseId）。");
    }
    UUID id =
        Ids.parse(into)
            .or(() -> store.idByNumber(into.toUpperCase(java.util.Locale.ROOT)))
            .orElseThrow(() -> new Problem.InvalidRequest("没有编号为 " + into + " 的办件，请核对 into。"));
    if (id.equals(self)) {
      throw new Problem.InvalidRequest("不能把办件并入它自己。");
    }
    return id;
  }

  /**
   * The main case, once it is found to be one.
   *
   * @throws Problem when it is none that can be followed
   */
  CaseFile require(Optional<CaseFile> main, Caller caller) {
    CaseFile file =
        main.filter(found -> CaseRights.worksOn(caller, found.standing()))
            .orElseThrow(() -> new Problem.InvalidRequest("没有 into 指定的办件，请核对。"));
    CaseStatus state = file.standing().state();
    if (state == CaseStatus.MERGED) {
      throw new Problem.Conflict(
          "主办件 " + file.number() + " 自己已并入另一件，请直接并入那一件。",
          Map.of("into", file.standing().mergedInto()));
    }
    if (!state.unanswered()) {
      throw new Problem.Conflict(
          "主办件 " + file.number() + " 处于“" + state.label() + "”，不能再并入；请单独答复，或先重办主办件。",
          Map.of("state", state.code()));
    }
    return file;
  }
}
