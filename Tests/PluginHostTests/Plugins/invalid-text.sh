#!/bin/sh
# Writes bytes that are no UTF-8.
. ./common.sh
hello
read -r line
printf '{"jsonrpc":"2.0","id":3,"result":{"findings":["\377"]}}\n'
serve 4
