# Builds when sources are newer than the build.

RUNNER=$ROOT/assistant/target/quarkus-app/quarkus-run.jar
STAMP=$ROOT/assistant/target/launcher-build

maven() {
  command -v mvn >/dev/null || fail "没有找到 Maven。请安装（Debian：apt-get install maven）。"
  (cd "$ROOT" && JAVA_HOME=$JDK mvn -B "$@")
}

# Runs Maven offline, its output in a log, and again with the network only where something was
# missing: an error in the sources stays one.
maven_offline_first() {
  local log=$1
  shift
  maven -o "$@" >"$log" 2>&1 && return
  grep -q -e 'offline mode' -e 'No plugin found for prefix' "$log" && maven "$@" >"$log" 2>&1
}

# Folders count too: their times change when a file is removed.
# Arguments: a file, and the modules whose sources are compared with it.
sources_newer_than() {
  local module than=$1 sources=("$ROOT/pom.xml")
  shift
  for module in "$@"; do
    sources+=("$ROOT/$module/pom.xml")
    [ ! -d "$ROOT/$module/src/main" ] || sources+=("$ROOT/$module/src/main")
  done
  [ -n "$(find "${sources[@]}" -newer "$than" -print -quit)" ]
}

stale() {
  [ ! -f "$RUNNER" ] || [ ! -f "$STAMP" ] || sources_newer_than "$STAMP" prompts common ingest assistant
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
  local started=$SECONDS
  echo "zhitong: 源码有更新，正在构建（JDK $JDK_MAJOR；首次构建需下载依赖，约几分钟）……" >&2
  package_module assistant "$STAMP"
  echo "zhitong: 构建完成，用时 $((SECONDS - started)) 秒" >&2
}

# The evaluation is a program of its own.
build_eval_if_stale() {
  local stamp=$ROOT/eval/target/launcher-build
  if [ -s "$ROOT/eval/target/classpath" ] && [ -f "$stamp" ] && ! sources_newer_than "$stamp" common eval; then
    return 0
  fi
  echo "zhitong: 正在构建测量程序……" >&2
  package_module eval "$stamp"
}

# Builds a module and what it needs. Without tests the service needs neither eval nor training, which
# has PyTorch.
package_module() {
  local module=$1 stamp=$2 log=$ROOT/assistant/target/launcher-build.log begun
  mkdir -p "$(dirname "$stamp")"
  begun=$(mktemp "$stamp.XXXXXX")
  if ! maven_offline_first "$log" -q -pl "$module" -am -Dmaven.test.skip=true -Dspotless.check.skip=true package; then
    rm -f "$begun"
    grep -m 20 ERROR "$log" >&2 || tail -n 20 "$log" >&2
    fail "构建失败，完整输出在 $log"
  fi
  # Dated to the build's begin, so that a file saved during it counts as newer.
  mv "$begun" "$stamp"
}

# Sets TEST_CLASSPATH, with the module's tests.
test_classpath() {
  class_path "$1" test test-compile
  TEST_CLASSPATH="$ROOT/$1/target/test-classes:$CLASS_PATH"
}

# Sets PROGRAM_CLASSPATH, without any tests.
program_classpath() {
  class_path "$1" runtime -Dmaven.test.skip=true compile
  PROGRAM_CLASSPATH=$CLASS_PATH
}

# class_path MODULE SCOPE GOAL…: compiles and sets CLASS_PATH, which Maven computes once for each state
# of the poms.
class_path() {
  local module=$1 scope=$2 digest cache log=$ROOT/assistant/target/launcher-build.log
  shift 2
  # In one reactor with the modules it depends on, so that these need not be installed.
  local goals=(-q -Dspotless.check.skip=true -pl "$module" -am "$@")
  digest=$(cat "$ROOT/pom.xml" "$ROOT"/*/pom.xml | cksum | tr ' ' '-')
  cache=$ROOT/$module/target/launcher-classpath-$digest
  if [ ! -s "$cache" ]; then
    goals+=(dependency:build-classpath "-Dmdep.includeScope=$scope" "-Dmdep.outputFile=$cache.part")
  fi
  echo "zhitong: 编译 $module……" >&2
  maven_offline_first "$log" "${goals[@]}" || fail "$module 编译失败，或无法得到类路径。完整输出在 $log"
  [ -s "$cache" ] || mv "$cache.part" "$cache"
  CLASS_PATH="$ROOT/$module/target/classes:$(cat "$cache")"
}
