#!/bin/sh
# Asks the host to open a file.
. ./common.sh
hello
read -r line
say "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"open\",\"params\":{\"path\":\"/etc/passwd\"}}"
serve 3
