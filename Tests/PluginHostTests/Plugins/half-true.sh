#!/bin/sh
# One finding that holds among two that do not.
. ./common.sh
hello
read -r line
answer 3 "{\"findings\":[{\"kind\":\"even\"},{\"kind\":\"odd\",\"place\":{\"block\":0,\"start\":0,\"end\":5,\"quote\":\"Women\"},\"arguments\":{\"words\":\"Women\"}},{\"kind\":\"odd\",\"place\":{\"block\":0,\"start\":1,\"end\":5,\"quote\":\"Women\"}}]}"
serve 4
