#!/bin/sh
# Writes something that is no JSON.
. ./common.sh
hello
read -r line
say "{\"jsonrpc\":\"2.0\",\"id\":3,\"result\":{findings}}"
serve 4
