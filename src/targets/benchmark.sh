#!/bin/sh
# Copyright 2026 The Thimble Authors
# SPDX-License-Identifier: Apache-2.0
#
# Measures Thimble's small and tiny files beside ONNX Runtime and Deeplearning4j, prints the goals and the
# figures and writes them and the charts into src/site/markdown/results.md; figures as JSON, models and the
# logs of JMH are left in target/targets/benchmark. Takes about 20 minutes; nothing else should run. Needs a
# JDK and Maven.
#
#   src/targets/benchmark.sh [--quick]
#
# With --quick it only shows that everything works, in three minutes, and leaves the page alone.
set -eu

mode=--page=src/site/markdown/results.md
if [ "${1:-}" = --quick ]; then
  mode=--quick
  shift
fi
[ $# -eq 0 ] || { echo "usage: $0 [--quick]" >&2; exit 2; }

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
  dev.thimble.benchmarks.BenchmarkCommand --output "$out" "$mode"
