#!/bin/sh
# Refuses its options.
. ./common.sh
read -r line
answer 1 "{\"protocol\":1,\"checker\":$declaration}"
read -r line
say "{\"jsonrpc\":\"2.0\",\"id\":2,\"error\":{\"code\":-32000,\"message\":\"terms.csv: 0\"}}"
serve 3
