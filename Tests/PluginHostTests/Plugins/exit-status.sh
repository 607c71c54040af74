#!/bin/sh
# Gives up over its first document, with its last words on standard error.
. ./common.sh
hello
read -r line
echo "terms.csv: 404" >&2
exit 7
