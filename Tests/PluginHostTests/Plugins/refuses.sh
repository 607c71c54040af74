#!/bin/sh
# Answers its first document with an error.
. ./common.sh
hello
read -r line
say "{\"jsonrpc\":\"2.0\",\"id\":3,\"error\":{\"code\":-32000,\"message\":\"too long for me\"}}"
serve 4
