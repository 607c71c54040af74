#!/bin/sh
# Ends in the middle of a line.
. ./common.sh
hello
read -r line
printf "{\"jsonrpc\":\"2.0\",\"id\":3,"
exit 0
