#!/bin/sh
# Writes to standard error without end, and answers well.
. ./common.sh
hello
n=0
while [ $n -lt 20000 ]; do
  echo "a line of a log that nobody reads" >&2
  n=$((n + 1))
done
serve 3
