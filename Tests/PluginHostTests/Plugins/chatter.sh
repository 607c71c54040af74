#!/bin/sh
# Sends notifications without end.
. ./common.sh
hello
read -r line
while :; do
  say "{\"jsonrpc\":\"2.0\",\"method\":\"progress\",\"params\":{\"id\":3}}"
done
