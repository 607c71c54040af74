#!/bin/sh
# Answers with a key that the protocol does not have.
. ./common.sh
hello
read -r line
answer 3 "{\"findings\":[],\"verdict\":\"fine\"}"
serve 4
