#!/bin/sh
# Says that it goes on, and does not.
. ./common.sh
hello
read -r line
while :; do
  say "{\"jsonrpc\":\"2.0\",\"method\":\"progress\",\"params\":{\"id\":3}}"
  n=0
  while [ $n -lt 20000 ]; do n=$((n + 1)); done
done
