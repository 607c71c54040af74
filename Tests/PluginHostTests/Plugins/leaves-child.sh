#!/bin/sh
# Leaves a process behind, where processes are granted.
. ./common.sh
hello
(while :; do :; done) &
(while :; do :; done) &
serve 3
