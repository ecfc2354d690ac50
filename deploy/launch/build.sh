# Builds when sources are newer than the build.

RUNNER=$ROOT/assistant/target/quarkus-app/quarkus-run.jar
STAMP=$ROOT/assistant/target/launcher-build

maven() {
  command -v mvn >/dev/null || fail "没有找到 Maven。请安装（Debian：apt-get install maven）。"
  (cd "$ROOT" && JAVA_HOME=$JDK mvn -B "$@")
}

# Folders count too: their times change when a file is removed.
sources_newer_than() {
  local module sources=("$ROOT/pom.xml")
  for module in prompts ingest eval assistant; do
    sources+=("$ROOT/$module/pom.xml")
    [ ! -d "$ROOT/$module/src/main" ] || sources+=("$ROOT/$module/src/main")
  done
  [ -n "$(find "${sources[@]}" -newer "$1" -print -quit)" ]
}

stale() {
  [ ! -f "$RUNNER" ] || [ ! -f "$STAMP" ] || sources_newer_than "$STAMP"
}

build_if_stale() {
  stale || return 0
  mkdir -p "$ROOT/assistant/target"
  # One build at a time: a second launcher waits here and then finds nothing left to do.
  exec 9>"$ROOT/assistant/target/launcher-lock"
  if command -v flock >/dev/null && ! flock -n 9; then
    echo "zhitong: 另一个进程正在构建，等待其完成……" >&2
    flock 9
  fi
  if stale; then
    build
  fi
  exec 9>&-
}

build() {
  local started=$SECONDS log="$ROOT/assistant/target/launcher-build.log" begun
  begun=$(mktemp "$ROOT/assistant/target/launcher-begun.XXXXXX")
  echo "zhitong: 源码有更新，正在构建（JDK $JDK_MAJOR；首次构建需下载依赖，约几分钟）……" >&2
  local goals=(-q -Dmaven.test.skip=true -Dspotless.check.skip=true package)
  local failed=false
  maven -o "${goals[@]}" >"$log" 2>&1 || failed=true
  # Again with the network only where something was missing: an error in the sources stays one.
  if $failed && grep -q 'offline mode' "$log"; then
    failed=false
    maven "${goals[@]}" >"$log" 2>&1 || failed=true
  fi
  if $failed; then
    rm -f "$begun"
    grep -m 20 ERROR "$log" >&2 || tail -n 20 "$log" >&2
    fail "构建失败，完整输出在 $log"
  fi
  # Dated to the build's begin, so that a file saved during it counts as newer.
  mv "$begun" "$STAMP"
  echo "zhitong: 构建完成，用时 $((SECONDS - started)) 秒" >&2
}

# Sets TEST_CLASSPATH; computed by Maven once for each state of the poms.
test_classpath() {
  local module=$1 digest cache
  digest=$(cat "$ROOT/pom.xml" "$ROOT"/*/pom.xml | cksum | tr ' ' '-')
  cache=$ROOT/$module/target/launcher-classpath-$digest
  echo "zhitong: 编译测试代码……" >&2
  maven -o -q test-compile -Dspotless.check.skip=true >"$ROOT/assistant/target/launcher-build.log" 2>&1 ||
    maven -q test-compile -Dspotless.check.skip=true >"$ROOT/assistant/target/launcher-build.log" 2>&1 ||
    fail "测试代码编译失败，完整输出在 $ROOT/assistant/target/launcher-build.log"
  if [ ! -s "$cache" ]; then
    # In one reactor with the modules it depends on, so that these need not be installed.
    maven -o -q test-compile -Dspotless.check.skip=true dependency:build-classpath \
      -Dmdep.includeScope=test -Dmdep.outputFile="$cache.part" -pl "$module" -am >/dev/null 2>&1 ||
      maven -q test-compile -Dspotless.check.skip=true dependency:build-classpath \
        -Dmdep.includeScope=test -Dmdep.outputFile="$cache.part" -pl "$module" -am >/dev/null ||
      fail "无法得到测试类路径。"
    mv "$cache.part" "$cache"
  fi
  TEST_CLASSPATH="$ROOT/$module/target/test-classes:$ROOT/$module/target/classes:$(cat "$cache")"
}
