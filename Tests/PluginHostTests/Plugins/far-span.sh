#!/bin/sh
# Points outside the document.
. ./common.sh
hello
read -r line
answer 3 "{\"findings\":[{\"kind\":\"odd\",\"place\":{\"block\":999,\"start\":0,\"end\":0,\"quote\":\"\"}}]}"
serve 4
