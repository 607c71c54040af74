#!/bin/sh
# Finds something that it did not declare.
. ./common.sh
hello
read -r line
answer 3 "{\"findings\":[{\"kind\":\"even\"}]}"
serve 4
