#!/bin/sh
# Answers its first document twice.
. ./common.sh
hello
read -r line
answer 3 "{\"findings\":[]}"
answer 3 "{\"findings\":[]}"
serve 4
