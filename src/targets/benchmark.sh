#!/bin/sh
# Copyright 2026 The Thimble Authors
# SPDX-License-Identifier: Apache-2.0
#
# Measures Thimble beside ONNX Runtime and Deeplearning4j and writes the tables and charts of
# src/site/markdown/results.md; figures as JSON and models are left in target/targets/benchmark.
# Takes about 25 minutes; nothing else should run. Needs a JDK and Maven.
#
#   src/targets/benchmark.sh lenet-300-100.thim lenet-5.thim
#
# With --quick as the first argument it only shows that everything works, and leaves the page alone.
set -eu

page=--page=src/site/markdown/results.md
if [ "${1:-}" = --quick ]; then
  page=--quick
  shift
fi
[ $# -gt 0 ] || { echo "usage: $0 [--quick] FILE.thim..." >&2; exit 2; }
for file; do
  [ -f "$file" ] || { echo "$0: no such file: $file" >&2; exit 2; }
  set -- "$@" "$(realpath "$file")"
  shift
done

cd "$(dirname "$0")/../.."
out=$PWD/target/targets/benchmark
mkdir -p "$out"
mvn -q -DskipTests -pl benchmarks -am package \
  org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath \
  "-Dmdep.outputFile=$out/classpath" -Dmdep.includeScope=runtime

# Several OpenMP threads are up to 20 times slower on matrices of these sizes.
export OMP_NUM_THREADS=1
# Through the environment, and for the forks as a jar: ONNX Runtime 1.29 crashes on long command lines.
CLASSPATH=benchmarks/target/classes:$(cat "$out/classpath")
export CLASSPATH
exec java -Djmh.separateClasspathJAR=true -Dorg.eclipse.deeplearning4j.helpers.disable=false \
  "-Dorg.bytedeco.javacpp.cachedir=${XDG_CACHE_HOME:-$HOME/.cache}/thimble" \
  dev.thimble.benchmarks.BenchmarkCommand --output "$out" "$page" "$@"
