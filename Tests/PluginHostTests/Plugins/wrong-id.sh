#!/bin/sh
# Answers a request that was not made.
. ./common.sh
hello
read -r line
answer 77 "{\"findings\":[]}"
serve 3
