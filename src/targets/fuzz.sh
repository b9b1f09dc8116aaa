#!/bin/sh
# Copyright 2026 The Thimble Authors
# SPDX-License-Identifier: Apache-2.0
#
# Fuzzes the decoders of runtime-lite with Jazzer, one after the other on one core. Needs a JDK and
# Maven, which fetches Jazzer.
#
#   src/targets/fuzz.sh [SECONDS [TARGET...]]
#
# SECONDS (600) is the time of each target; TARGETs are the constants of FuzzTarget in lower case, by
# default all. Starts from the corpus in runtime-lite/src/test/resources/fuzz, which mvn verify
# replays, and puts what was found into it, minimized. A finding ends the run and is left in
# target/targets/fuzz.
set -eu

jazzer_version=0.30.0
dependency_plugin=org.apache.maven.plugins:maven-dependency-plugin:3.9.0
seconds=${1:-600}
[ $# -eq 0 ] || shift
[ $# -gt 0 ] || set -- frame file network raw huffman range check_vectors provenance

cd "$(dirname "$0")/../.."
root=$PWD
out=$root/target/targets/fuzz
kept=$root/runtime-lite/src/test/resources/fuzz
mkdir -p "$out" "$kept"

mvn -q -DskipTests -pl runtime-lite package
for artifact in jazzer jazzer-api; do
  mvn -q -N "$dependency_plugin:copy" "-DoutputDirectory=$out" \
    "-Dartifact=com.code-intelligence:$artifact:$jazzer_version"
done
mvn -q -pl runtime-lite "$dependency_plugin:build-classpath" "-Dmdep.outputFile=$out/classpath"
classes=$out/jazzer-$jazzer_version.jar:$out/jazzer-api-$jazzer_version.jar
classes=$classes:$root/runtime-lite/target/classes:$root/runtime-lite/target/test-classes:$(cat "$out/classpath")

# jazzer TARGET OPTION...
# The harness itself holds every input to 100 ms of processor time; the fuzzer's own clock also counts
# while others have the processor, so it only ends what hangs.
jazzer() {
  upper=$(printf '%s' "$1" | tr '[:lower:]' '[:upper:]')
  shift
  java -Xmx1g -XX:+UseSerialGC "-Dthimble.fuzz.target=$upper" -cp "$classes" com.code_intelligence.jazzer.Jazzer \
    --target_class=dev.thimble.runtime.ModelFuzzer \
    --instrumentation_includes='dev.thimble.runtime.**' \
    --custom_hook_includes='dev.thimble.runtime.**' \
    -timeout=300 "$@"
}

for target; do
  work=$out/$target
  rm -rf "$work"
  mkdir -p "$work/corpus" "$work/small"
  if [ -f "$kept/$target.zip" ]; then
    (cd "$work/corpus" && jar xf "$kept/$target.zip")
  fi
  echo "$target: $(ls "$work/corpus" | wc -l) inputs in the corpus, $seconds s"
  (cd "$work" && jazzer "$target" "-max_total_time=$seconds" corpus) >"$work/log.txt" 2>&1 ||
    { tail -n 60 "$work/log.txt" >&2; exit 1; }
  (cd "$work" && jazzer "$target" -merge=1 small corpus) >"$work/merge.txt" 2>&1
  rm -f "$kept/$target.zip"
  (cd "$work/small" && jar cMf "$kept/$target.zip" .)
  grep -a 'DONE' "$work/log.txt" || true
  echo "$target: $(ls "$work/small" | wc -l) inputs kept"
done
