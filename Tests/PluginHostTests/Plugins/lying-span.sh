#!/bin/sh
# Quotes words that stand nowhere.
. ./common.sh
hello
read -r line
answer 3 "{\"findings\":[{\"kind\":\"odd\",\"place\":{\"block\":0,\"start\":0,\"end\":5,\"quote\":\"never\"}}]}"
serve 4
