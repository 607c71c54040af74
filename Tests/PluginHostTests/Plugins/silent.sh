#!/bin/sh
# Reads everything and answers nothing.
. ./common.sh
hello
while read -r line; do :; done
