#!/bin/sh
# Counts for ever over its first document.
. ./common.sh
hello
read -r line
while :; do :; done
