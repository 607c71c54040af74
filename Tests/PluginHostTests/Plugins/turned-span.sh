#!/bin/sh
# Points to a range that ends before it starts.
. ./common.sh
hello
read -r line
answer 3 "{\"findings\":[{\"kind\":\"odd\",\"place\":{\"block\":0,\"start\":5,\"end\":2,\"quote\":\"Women\"}}]}"
serve 4
