#!/bin/sh
# Declares itself without a title.
. ./common.sh
read -r line
answer 1 "{\"protocol\":1,\"checker\":{\"id\":\"fixture\",\"version\":\"1\",\"scope\":\"document\",\"languages\":[],\"findings\":[]}}"
serve 2
