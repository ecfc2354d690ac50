# Runs the whole build with its tests and counts them.

# Seconds after which a module's tests are ended as hung.
LONGEST_MODULE=3000

# The JDK for tests: JAVA_HOME where set, so that they can be run on any one; else the newest.
find_test_jdk() {
  local major=""
  [ -z "${JAVA_HOME:-}" ] || major=$(jdk_major "$JAVA_HOME")
  if [ -z "${ZHITONG_JDK:-}" ] && [ -n "$major" ] && [ "$major" -ge 17 ]; then
    JDK=$JAVA_HOME
    JDK_MAJOR=$major
  else
    find_jdk
  fi
}

# Prints "passed failed skipped" from surefire's reports: by test, since a class that was run again
# counts only its second run in its head.
count_tests() {
  find "$ROOT"/*/target/surefire-reports -name 'TEST-*.xml' -print0 2>/dev/null |
    xargs -0 -r cat |
    awk '
      /^  <testcase / { tests++ }
      /^    <(failure|error)[ >]/ { failed++ }
      /^    <skipped/ { skipped++ }
      END { printf "%d %d %d\n", tests - failed - skipped, failed, skipped }'
}

# Tests that failed once and passed when run again, with what they said.
show_flakes() {
  find "$ROOT"/*/target/surefire-reports -name 'TEST-*.xml' -print0 2>/dev/null |
    xargs -0 -r awk '
      /<testcase / { name = $0; gsub(/.*<testcase name="|" time=.*/, "", name); sub(/" classname="/, " of ", name) }
      /<flaky(Failure|Error) / { said = $0; gsub(/.*message="|" type=.*/, "", said); print "--- flaky: " name; print substr(said, 1, 400) }'
}

# What each failed test said, with the top of its stack: the log may be out of reach where CI runs.
show_failures() {
  local report
  for report in "$ROOT"/*/target/surefire-reports/*.txt; do
    [ -f "$report" ] && grep -q '<<< \(FAILURE\|ERROR\)!' "$report" || continue
    echo "--- $(basename "$report" .txt)"
    tail -n +5 "$report" | cut -c 1-600 | head -n 60
  done
}

# Test classes that start neither a service, nor a database, nor a browser, nor a process of their own,
# do not embed the whole demo library first, and train nothing.
unit_tests() {
  (cd "$ROOT" && grep -rLE '@Quarkus|EmbeddedPostgres|new Database\(|TestDatabase|CorpusDatabase|EmbeddedDatabase|ComposerCommand|DemoLibrary|ProcessBuilder|PeerProcess|StreamingPair|Playwright|BuiltJar|OperatedDatabase|ai\.djl\.ndarray|extends .*(Browser|Jar)' \
    --include='*Test.java' */src/test/java | grep -v 'ArchitectureTest' |
    sed 's#.*/##; s#\.java$##' | sort | paste -sd,)
}

run_tests() {
  local install=false fast=false excluded=optional arguments=() word
  for word in "$@"; do
    case "$word" in
      --install) install=true ;;
      --fast) fast=true ;;
      --optional) excluded=none ;;
      *) arguments+=("$word") ;;
    esac
  done
  local selected=${#arguments[@]}
  if $fast; then
    # In two processes: none of them knows of another. What is compiled stays as it is.
    # What is tagged slow says why; the whole run has it.
    excluded=$excluded,slow
    arguments+=("-Dquick" "-Dtest=$(unit_tests)" "-Dsurefire.failIfNoSpecifiedTests=false" "-DforkCount=2"
      "-Dquarkus.build.skip=true")
  fi
  arguments+=("-Dtest.excluded=$excluded")
  if $install; then
    bash "$ROOT/deploy/launch/setup.sh"
  fi
  find_test_jdk
  local jvm=()
  [ "$JDK_MAJOR" -lt 20 ] || jvm+=(--add-modules jdk.incubator.vector)
  [ "$JDK_MAJOR" -lt 22 ] || jvm+=(--enable-native-access=ALL-UNNAMED)
  [ "$JDK_MAJOR" -lt 24 ] || jvm+=(--sun-misc-unsafe-memory-access=allow)
  # With CI=true a part that could not run is a failure: tests look at zhitong.ci before they skip.
  local ci=false
  [ "${CI:-}" != true ] || ci=true
  # There a failed test is run once more, and shown as flaky where it then passes: one in two
  # thousand that waits for a busy machine should be seen, not hold up everything else.
  local again=0
  [ "$ci" = false ] || again=1
  # A failed test does not keep other modules from being tested; the count below sees it.
  # Formatting first: it takes seconds and says what is wrong before the tests begin.
  arguments+=(--fail-at-end -Dmaven.test.failure.ignore=true "-Dtest.jvm.args=${jvm[*]:-}" "-Dzhitong.ci=$ci"
    "-Dsurefire.rerunFailingTestsCount=$again" "-Dsurefire.timeout=$LONGEST_MODULE")

  mkdir -p "$ROOT/assistant/target"
  rm -rf "$ROOT"/*/target/surefire-reports
  local log=$ROOT/assistant/target/launcher-test.log status=0
  echo "zhitong: 测试，JDK $JDK_MAJOR（完整输出：$log）"
  # The tests of the built jar come after package; unit tests need none.
  if $fast; then
    maven_tests "$log" spotless:check test "${arguments[@]}" || status=$?
  else
    local begun
    begun=$(mktemp "$ROOT/assistant/target/launcher-begun.XXXXXX")
    maven_tests "$log" spotless:check verify "${arguments[@]}" || status=$?
    # Of a whole run, what was packaged is what serve and eval run: they need not build it again.
    if [ $status -eq 0 ] && [ "$selected" -eq 0 ]; then
      cp -p "$begun" "$ROOT/eval/target/launcher-build"
      cp -p "$begun" "$STAMP"
    fi
    rm -f "$begun"
  fi

  local passed failed skipped
  read -r passed failed skipped <<<"$(count_tests)"
  # Formatting, static checks, compilation or a crashed test process: no test said so, but it is a
  # failure all the same.
  if [ $status -ne 0 ] || grep -q -E '^\[ERROR\].*(forked VM|starting fork|timeout in the fork)' "$log"; then
    failed=$((failed + 1))
    grep -m 30 '^\[ERROR\]' "$log" || tail -n 30 "$log"
  fi
  show_flakes
  [ "$failed" -eq 0 ] || show_failures
  if [ "$ci" = true ] && [ "$skipped" -gt 0 ]; then
    echo "zhitong: CI=true 时不允许跳过测试"
    failed=$((failed + skipped))
    skipped=0
  fi
  echo "$passed passed, $failed failed, $skipped skipped"
  [ "$failed" -eq 0 ] || return 1
}

# maven_tests LOG ARGUMENT…: with the network only where the local repository is not enough.
maven_tests() {
  local log=$1 code=0
  shift
  build_and_follow "$log" -o "$@" || code=$?
  if [ $code -ne 0 ] && grep -q 'offline mode' "$log"; then
    code=0
    build_and_follow "$log" "$@" || code=$?
  fi
  return $code
}

# Shows modules, test classes and failures as they come; returns the build's exit code.
build_and_follow() {
  local log=$1 code=0
  shift
  # pipefail gives the build's code: the reader after it always succeeds.
  maven "$@" 2>&1 | tee "$log" | show_progress || code=$?
  return $code
}

show_progress() {
  grep --line-buffered -E '^\[(INFO|ERROR)\] (Building .* \[|Tests run:.* in |.*<<< (FAILURE|ERROR)|BUILD )' || true
}
