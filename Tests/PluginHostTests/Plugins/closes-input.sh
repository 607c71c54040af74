#!/bin/sh
# Closes its input and waits.
. ./common.sh
hello
exec <&-
while :; do :; done
